using Faubourg.Ledger.Notes;
using Faubourg.Verify.Files;
using NodaTime;

namespace Faubourg.Verify.Checks;

/// <summary>What somebody wants to know of a record.</summary>
/// <param name="Files">The record.</param>
/// <param name="Now">When.</param>
internal sealed record Question(IFiles Files, Instant Now)
{
    /// <summary>Checkpoints kept earlier.</summary>
    public IReadOnlyList<OldCheckpoint> Old { get; init; } = [];

    /// <summary>Whom they trust; null for nobody but the record's own keys.</summary>
    public Policy? Policy { get; init; }

    /// <summary>How old the newest signature of a witness may be.</summary>
    public Duration? MaxAge { get; init; }

    /// <summary>Only hashes, tiles and signatures: entries may be anything.</summary>
    public bool HashesOnly { get; init; }

    /// <summary>Where evidence of a fork is written; null for a name in the present folder.</summary>
    public string? EvidenceFile { get; init; }

    public Action<long, string, Instant>? Tell { get; init; }

    /// <summary>Hears what each entry says that is understood, in their order, once the rules have judged it.</summary>
    public Action<Domain.PublicEvent, Instant>? Heard { get; init; }

    public Progress Progress { get; init; } = Progress.None;
}

/// <summary>A checkpoint that somebody kept.</summary>
/// <param name="Name">How they call it.</param>
/// <param name="Note">As they kept it.</param>
/// <param name="Files">The record it came with, where they kept that too.</param>
internal sealed record OldCheckpoint(string Name, Note Note, IFiles? Files = null);
