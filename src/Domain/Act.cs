using Faubourg.Domain.Quarters;

namespace Faubourg.Domain;

/// <summary>What somebody asks for, in the imperative. It carries no right: rights are looked up in the state.</summary>
public abstract record Act
{
    /// <summary>Pure: what follows from this act, or why it is refused. Nothing is changed.</summary>
    internal abstract Decision Decide(Quarter quarter, Actor actor, Facts facts);
}

/// <summary>Who asks: a device, by a key that exists in one council only, or one of the people beside it.</summary>
/// <param name="Device">base64url of SHA-256 over the device's secret, the quarter and the council; 22 characters.</param>
/// <param name="Paper">The paper number (1 and up) of a neighbour seated beside the phone, when the phone was passed.</param>
public sealed record Actor(string Device, int? Paper = null)
{
    /// <summary>Whoever stands at the host's command line. No device has this key: theirs are 22 characters.</summary>
    public static readonly Actor Host = new("host");
}
