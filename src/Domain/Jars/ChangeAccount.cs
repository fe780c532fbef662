using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Jars;

/// <summary>The jar is paid to another account from now on, or in cash.</summary>
public sealed record ChangeAccount(int Jar, Text? Holder, Text? Account) : JarDeed(Jar)
{
    internal override Refusal? Refuse(Quarter quarter, Council council, Instant now) =>
        Holder is null != Account is null ? new WrongAmount() : base.Refuse(quarter, council, now);

    internal override PublicEvent Written(Council council) =>
        new AccountChanged(council.Number, Jar, Holder?.AsTheCouncils(), Account?.AsTheCouncils());
}

/// <param name="Jar">Which jar: the council that opened it.</param>
/// <param name="Holder">Whose account; absent: cash, counted by two.</param>
/// <param name="Account">The number of the account.</param>
[Leaf("account.changed")]
public sealed record AccountChanged(int Council, int Jar, Text? Holder, Text? Account) : PublicEvent, IJarDeedDone
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp)
    {
        var account = At(Council, Holder, Account, stamp);
        return account.InMinutes(quarter).InJar(Jar, jar => jar with { Accounts = jar.Accounts.Add(account) });
    }

    internal static JarAccount At(int council, Text? holder, Text? account, Stamp stamp) => new(
        council, holder is null ? null : new TextAt(stamp.Seq, "holder"), account is null ? null : new TextAt(stamp.Seq, "account"));
}
