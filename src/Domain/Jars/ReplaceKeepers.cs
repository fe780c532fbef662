using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using Faubourg.Domain.Record;

namespace Faubourg.Domain.Jars;

/// <summary>A keeper is gone: two are drawn here, and serve instead once the decision holds.</summary>
public sealed record ReplaceKeepers(int Jar) : JarDeed(Jar)
{
    internal override PublicEvent Written(Council council) => new KeepersReplaced(council.Number, Jar);
}

[Leaf("keepers.replaced")]
public sealed record KeepersReplaced(int Council, int Jar) : PublicEvent, IJarDeedDone
{
    internal override Quarter Evolve(Quarter quarter, Stamp stamp) =>
        quarter.InJar(Jar, jar => jar with { Keepers = jar.Keepers.Add(Council) });
}
