using System.Collections.Immutable;
using Faubourg.Domain.Quarters;
using Faubourg.Ledger.Notes;
using NodaTime;

namespace Faubourg.Verify.Checks;

/// <summary>What was found of a record.</summary>
internal sealed class Verdict
{
    public Findings Findings { get; } = new();

    public bool IsSound => Findings.Broken == 0;

    public Checkpoint? Checkpoint { get; set; }

    /// <summary>Every key of the chain, with what became of it.</summary>
    public IReadOnlyList<(VerifierKey Key, SigningKey Standing)> Keys { get; set; } = [];

    /// <summary>With which the checkpoint is signed.</summary>
    public VerifierKey? SignedBy { get; set; }

    public bool Rehearsal { get; set; }

    /// <summary>Proof that this log showed two histories lies beside the record.</summary>
    public string? BrokenOrigin { get; set; }

    /// <summary>Where the record lives now, where a note of its key beside it says so.</summary>
    public Place? Place { get; set; }

    public bool HasPolicy { get; set; }

    public ImmutableArray<Recognised> Witnesses { get; set; } = [];

    public int WitnessesKnown { get; set; }

    public bool IsQuorum { get; set; }

    /// <summary>Where evidence of a fork was written.</summary>
    public List<string> EvidenceFiles { get; } = [];

    public Seen? Seen { get; set; }

    /// <summary>Entries were replayed through the rules.</summary>
    public bool Replayed { get; set; }

    public long NotUnderstood { get; set; }

    public long Held { get; set; }

    public long Erased { get; set; }

    public long Withheld { get; set; }

    /// <summary>Texts that a council may still black out before they are shown.</summary>
    public long NotYetDue { get; set; }

    /// <summary>When the last of them is due; null where there are none.</summary>
    public Instant? DueBy { get; set; }

    /// <summary>Pictures that lie beside the record and are what their entries say.</summary>
    public long PicturesHere { get; set; }

    /// <summary>Pictures that are disclosed and not in this copy.</summary>
    public long PicturesElsewhere { get; set; }

    public int Councils { get; set; }

    public int Draws { get; set; }

    public int Decisions { get; set; }
}
