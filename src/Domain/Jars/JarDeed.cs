using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Jars;

/// <summary>What a council decides about a jar that is there already.</summary>
/// <param name="Jar">Neither refused nor ended, whichever council opened it.</param>
public abstract record JarDeed(int Jar) : Deed
{
    public sealed override Touches Touches => Touches.Jar;

    internal sealed override int Changed(Quarter quarter) => Weight.HeadsOf(quarter, Jar);

    internal override Refusal? Refuse(Quarter quarter, Council council, Instant now) =>
        !quarter.Jars.TryGetValue(Jar, out var jar) ? new NoSuchJar()
        : jar.PhaseAt(quarter, now) is JarPhase.Refused or JarPhase.Ended ? new JarIsNotOpen()
        : null;
}

/// <summary>The leaf of such a decision.</summary>
public interface IJarDeedDone : IDeedDone
{
    /// <summary>Which: the council that opened it.</summary>
    int Jar { get; }

    Touches IDeedDone.Touches => Touches.Jar;

    int IDeedDone.Changed(Quarter before) => Weight.HeadsOf(before, Jar);
}
