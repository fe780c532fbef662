using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Jars;

/// <summary>We collect so much for what we decided, and two of us, drawn here, keep it.</summary>
/// <param name="Goal">1 to 100,000,000 of the smallest unit.</param>
/// <param name="Back">What is left over goes back to those who gave.</param>
/// <param name="Holder">Whose account it is paid to; null with <paramref name="Account"/>: cash.</param>
/// <param name="Account">Its number.</param>
public sealed record OpenJar(Currency Unit, long Goal, bool Back, Text? Holder, Text? Account) : Deed
{
    public override Touches Touches => Touches.Jar;

    internal override Refusal? Refuse(Quarter quarter, Council council, Instant now) =>
        Goal is < 1 or > Jar.MostGoal || Holder is null != Account is null ? new WrongAmount() : null;

    internal override PublicEvent Written(Council council) =>
        new JarOpened(council.Number, Unit, Goal, Back, Holder?.AsTheCouncils(), Account?.AsTheCouncils());
}

/// <param name="Council">Which council decided it: the number of the jar and of its project.</param>
/// <param name="Unit">The currency.</param>
/// <param name="Goal">How much it takes in all, in the smallest unit.</param>
/// <param name="Back">What is left over goes back to those who gave.</param>
/// <param name="Holder">Whose account it is paid to; absent: cash, counted by two.</param>
/// <param name="Account">The number of the account.</param>
[Leaf("jar.opened")]
public sealed record JarOpened(int Council, Currency Unit, long Goal, bool Back, Text? Holder, Text? Account) : PublicEvent, IDeedDone
{
    Touches IDeedDone.Touches => Touches.Jar;

    internal override Quarter Evolve(Quarter quarter, Stamp stamp)
    {
        var account = AccountChanged.At(Council, Holder, Account, stamp);
        return account.InMinutes(quarter) with
        {
            Jars = quarter.Jars.SetItem(Council, new Jar(Council, Unit, Goal, Back) { Accounts = [account], Keepers = [Council] }),
        };
    }
}
