namespace Faubourg.Web;

/// <summary>From–to, both included: characters (as people count them) of a text, items of a list, or a number.</summary>
public readonly record struct Limit(int Min, int Max);

/// <summary>
/// Every limit on what somebody may send, in one block; docs/limits.md is checked against it.
/// Rules that depend on a council (how many may sit, how long it may run on) are refusals of the domain, not limits.
/// </summary>
public static class Limits
{
    /// <summary>Bytes of any request body; more is answered 413.</summary>
    public const int Body = 64 * 1024;

    /// <summary>Bytes of a photo as it comes from a phone; more is thrown away while it is read.</summary>
    public const int Upload = 12 * 1024 * 1024;

    /// <summary>Bytes of a body with a photo in it that are read at all; more is answered 413.</summary>
    public const int UploadRead = 4 * Upload;

    /// <summary>Fields in one form, repeated ones counted singly.</summary>
    public const int FieldsInAForm = 256;

    public static readonly Limit Word = new(1, 40);

    /// <summary>A number that something in a neighbourhood is called by.</summary>
    public static readonly Limit Id = new(1, 1_000_000_000);

    public static readonly Limit QuarterName = new(2, 60);

    /// <summary>A place in words, or a link.</summary>
    public static readonly Limit Place = new(2, 200);

    public static readonly Limit Languages = new(1, 6);

    /// <summary>What a neighbourhood is for.</summary>
    public static readonly Limit Horizon = new(2, 600);

    /// <summary>One local clause of the agreement, and how many there may be at founding.</summary>
    public static readonly Limit Clause = new(2, 200);

    public static readonly Limit Clauses = new(1, 3);

    public static readonly Limit Corner = new(3, 120);

    public static readonly Limit Question = new(5, 140);

    /// <summary>What somebody wants to be called.</summary>
    public static readonly Limit Name = new(1, 40);

    /// <summary>128 bits as base64url, which the page put there.</summary>
    public static readonly Limit Token = new(22, 22);

    /// <summary>Six letters as people type them, with spaces or hyphens.</summary>
    public static readonly Limit Code = new(6, 16);

    /// <summary>A seat's mark: "blue-heron", "Blue Heron", "Héron bleu".</summary>
    public static readonly Limit Mark = new(3, 40);

    public static readonly Limit Seat = new(1, 1_000);

    /// <summary>Everybody in the room, phones or not.</summary>
    public static readonly Limit Heads = new(1, 1_000);

    /// <summary>Dice or slips as typed, with spaces.</summary>
    public static readonly Limit Digits = new(1, 160);

    /// <summary>base64 of 32 bytes, and a little more for what was copied wrongly.</summary>
    public static readonly Limit PublicKey = new(1, 60);

    /// <summary>The name of a disclosure in its leaf.</summary>
    public static readonly Limit FieldName = new(1, 40);

    /// <summary>The index of a leaf.</summary>
    public static readonly Limit Entry = new(0, 1_000_000_000);

    /// <summary>Numbers in the order in which they came out of a hat.</summary>
    public static readonly Limit Order = new(1, 400);

    /// <summary>SHA-256, or 32 random bytes, in hex.</summary>
    public static readonly Limit Hash = new(64, 64);

    /// <summary>What a ballot answers: the method and up to 27 options.</summary>
    public static readonly Limit Asked = new(1, 100);

    /// <summary>What the beacon answers, and what a browser shows around it.</summary>
    public static readonly Limit Beacon = new(1, 2_000);

    /// <summary>How many a lot calls.</summary>
    public static readonly Limit Places = new(1, Domain.Draws.OpenLot.MostPlaces);

    /// <summary>What we will do: short enough to be read aloud twice.</summary>
    public static readonly Limit Proposal = new(3, 300);

    public static readonly Limit Needs = new(2, 200);

    /// <summary>An amount of money as typed: "1 250.50".</summary>
    public static readonly Limit Money = new(1, 20);

    /// <summary>Whose account, or who gave or was paid.</summary>
    public static readonly Limit Holder = new(1, 70);

    /// <summary>The number of an account, with spaces or without.</summary>
    public static readonly Limit Account = new(4, 48);

    /// <summary>For what money was given or spent.</summary>
    public static readonly Limit Receipt = new(1, 200);

    /// <summary>128 bits as hex, which the page or the program made.</summary>
    public static readonly Limit MoveId = new(32, 32);

    /// <summary>Why somebody objects, marks or stops.</summary>
    public static readonly Limit Reason = new(3, 300);

    public static readonly Limit Addressee = new(2, 120);

    /// <summary>Hands that two tellers count.</summary>
    public static readonly Limit Hands = new(0, 1_000);

    /// <summary>Choices in a count: "leave things as they are" and one for each letter.</summary>
    public static readonly Limit Options = new(1, Domain.Decisions.Propose.Most + 1);

    /// <summary>Ways of counting that are open at once.</summary>
    public static readonly Limit Parts = new(1, 3);

    /// <summary>What a ballot may say of one choice, by whatever method: a rank is the largest.</summary>
    public static readonly Limit Marks = new(0, Domain.Decisions.Propose.Most + 1);

    /// <summary>What all ballots of paper give to one choice.</summary>
    public static readonly Limit PaperSum = new(0, 10_000);

    /// <summary>Ranked ballots of paper, a line for those that say the same.</summary>
    public static readonly Limit PaperBallots = new(1, 20_000);

    public static readonly Limit Task = new(3, 160);

    /// <summary>What there is to see of what became of a decision.</summary>
    public static readonly Limit Evidenced = new(3, 300);

    /// <summary>What an institution is asked for, what it answers, what we do meanwhile.</summary>
    public static readonly Limit AskedFor = new(3, 400);

    /// <summary>A name that somebody gives to the minutes.</summary>
    public static readonly Limit PublicName = new(1, 60);

    public static readonly Limit Gain = new(3, 240);

    /// <summary>What a charge covers.</summary>
    public static readonly Limit Covers = new(3, 300);

    /// <summary>How to reach whoever serves: a place and a time rather than a number.</summary>
    public static readonly Limit Reach = new(3, 200);

    public static readonly Limit Amount = new(0, 1_000_000_000);

    /// <summary>A song, a word each, the room's own way of closing.</summary>
    public static readonly Limit RitualWords = new(1, 200);

    /// <summary>Words blacked out at once.</summary>
    public static readonly Limit BlackedOut = new(1, 200);

    /// <summary>Six words of four letters, as somebody types them.</summary>
    public static readonly Limit SixWords = new(29, 60);

    /// <summary>A proposal or a task as it stands on one line of the sheet of a council held on paper.</summary>
    public static readonly Limit PaperLine = new(2, 200);

    public static readonly Limit PaperProposals = new(1, Domain.Decisions.Propose.Most);

    public static readonly Limit PaperTasks = new(0, Domain.Projects.AddTask.Most);

    /// <summary>What stands beside the minutes later.</summary>
    public static readonly Limit Correction = new(3, 600);

    /// <summary>Two signed notes and the proof between them.</summary>
    public static readonly Limit Evidence = new(100, 40_000);
}
