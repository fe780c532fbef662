using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Jars;

/// <summary>The jar is paid to another account from now on, or in cash.</summary>
public sealed record ChangeAccount(int Jar, Text? Holder, Text? Account) : Deed
{
    public override Touches Touches => Touches.Jar;

    internal override int Changed(Quarter quarter) => JarDeeds.Changed(quarter, Jar);

    internal override Refusal? Refuse(Quarter quarter, Council council, Instant now) =>
        Holder is null != Account is null ? new WrongAmount() : JarDeeds.Refuse(quarter, Jar, now);

    internal override PublicEvent Written(Council council) =>
        new AccountChanged(council.Number, Jar, Holder?.AsTheCouncils(), Account?.AsTheCouncils());
}

/// <param name="Jar">Which jar: the council that opened it.</param>
/// <param name="Holder">Whose account; absent: cash, counted by two.</param>
/// <param name="Account">The number of the account.</param>
[Leaf("account.changed")]
public sealed record AccountChanged(int Council, int Jar, Text? Holder, Text? Account) : PublicEvent, IDeedDone
{
    Touches IDeedDone.Touches => Touches.Jar;

    int IDeedDone.Changed(Quarter before) => JarDeeds.Changed(before, Jar);

    internal override Quarter Evolve(Quarter quarter, Stamp stamp)
    {
        var account = At(Council, Holder, Account, stamp);
        return account.InMinutes(quarter).InJar(Jar, jar => jar with { Accounts = jar.Accounts.Add(account) });
    }

    internal static JarAccount At(int council, Text? holder, Text? account, Stamp stamp) => new(
        council, holder is null ? null : new TextAt(stamp.Seq, "holder"), account is null ? null : new TextAt(stamp.Seq, "account"));
}

/// <summary>What every decision about a jar that is there already asks.</summary>
internal static class JarDeeds
{
    public static int Changed(Quarter quarter, int jar) => quarter.Amendments.TryGetValue(jar, out var decided) ? decided.Heads : 0;

    public static Refusal? Refuse(Quarter quarter, int number, Instant now) =>
        !quarter.Jars.TryGetValue(number, out var jar) ? new NoSuchJar()
        : jar.PhaseAt(quarter, now) is JarPhase.Refused or JarPhase.Ended ? new JarIsNotOpen()
        : null;
}
