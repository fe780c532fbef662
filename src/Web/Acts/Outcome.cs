using Faubourg.Domain;

namespace Faubourg.Web;

/// <summary>What an endpoint has to say about a form that was read.</summary>
public abstract record Outcome
{
    /// <summary>Done: a browser is sent to <paramref name="Location"/>, a program is told.</summary>
    public sealed record Done(string Location, long? Revision = null) : Outcome;

    /// <summary>The rules, or the host, say no: the sentence is <c>refusal.TypeName</c>.</summary>
    public sealed record Refused(Refusal Why) : Outcome;
}

/// <summary>The phone kept no secret, so it can have no seat.</summary>
public sealed record DeviceMissing : Refusal;
