using Faubourg.Domain;

namespace Faubourg.Web;

/// <summary>What an endpoint has to say about a form that was read.</summary>
public abstract record Reply
{
    /// <summary>Done: a browser is sent to <paramref name="Location"/>, a program is told.</summary>
    public sealed record Done(string Location, long? Revision = null) : Reply
    {
        /// <summary>Numbers of what was made, for programs.</summary>
        public IReadOnlyList<(string Name, object Value)> Made { get; init; } = [];

        /// <summary>An act of the rules that was accepted.</summary>
        internal static Done Of(string location, Answer.Accepted done) => new(location, done.Revision) { Made = [.. Web.Made.By(done)] };
    }

    /// <summary>One answer does not do, for a reason that only the endpoint sees; <paramref name="Key"/> is the sentence beside the field.</summary>
    public sealed record Wrong(string Field, string Key, params (string Name, object? Value)[] Arguments) : Reply;

    /// <summary>The answer is a page that no address may hold: it was made from a secret in the form.</summary>
    public sealed record Shown(Func<Task> Page) : Reply;

    /// <summary>The rules, or the host, say no: the sentence is <c>refusal.TypeName</c>.</summary>
    public sealed record Refused(Refusal Why) : Reply;
}

/// <summary>The phone kept no secret, so it can have no seat.</summary>
public sealed record DeviceMissing : Refusal;
