namespace Faubourg.Web.Councils;

/// <summary>What the room is doing right now, as far as the words to read aloud differ. Each has its sentences under <c>guide.{moment}</c>.</summary>
public enum Moment
{
    Asked, Welcome, Ready,
    Talk, Count, Heard, None,
    Put, Round, Hands, Objections, Again, Few, Stuck, Smaller,
    Ways, ByHands, ByPhones, ByParts, Checking, Tie,
    Decided, Tonight, AsIs, Aside,
    Tasks, Gain, Close,
}
