using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;
using NodaTime;

namespace Faubourg.Domain.Jars;

/// <summary>A keeper is gone: two are drawn here, and serve instead once the decision holds.</summary>
public sealed record ReplaceKeepers(int Jar) : Deed
{
    public override Touches Touches => Touches.Jar;

    internal override int Changed(Quarter quarter) => JarDeeds.Changed(quarter, Jar);

    internal override Refusal? Refuse(Quarter quarter, Council council, Instant now) => JarDeeds.Refuse(quarter, Jar, now);

    internal override PublicEvent Written(Council council) => new KeepersReplaced(council.Number, Jar);
}

/// <param name="Jar">Which jar: the council that opened it.</param>
[Leaf("keepers.replaced")]
public sealed record KeepersReplaced(int Council, int Jar) : PublicEvent, IDeedDone
{
    Touches IDeedDone.Touches => Touches.Jar;

    int IDeedDone.Changed(Quarter before) => JarDeeds.Changed(before, Jar);

    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InJar(Jar, jar => jar with { Keepers = jar.Keepers.Add(Council) });
}
