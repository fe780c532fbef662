using Faubourg.Domain.Quarters;
using Faubourg.Storage.Record;
using Microsoft.AspNetCore.Components;

namespace Faubourg.Web.Record;

/// <summary>What every page of the record has at hand.</summary>
public abstract class RecordPart : View
{
    /// <summary>Below so many, a host could fork its record unseen (design: no operator's word alone).</summary>
    protected const int WitnessesNeeded = 3;

    [Parameter, EditorRequired] public Quarter Quarter { get; set; } = default!;

    /// <summary>"/quarters/lilas"</summary>
    [Parameter, EditorRequired] public string Url { get; set; } = "";

    /// <summary>The record's own, absolute, for whoever checks it from elsewhere.</summary>
    [Parameter, EditorRequired] public string Address { get; set; } = "";

    [Parameter, EditorRequired] public SignedCheckpoint Latest { get; set; } = default!;

    /// <summary>Who cosigned: none yet.</summary>
    protected static int Witnesses => 0;

    protected Sentences Sentences => new(Words, When);
}
