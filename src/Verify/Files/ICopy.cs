namespace Faubourg.Verify.Files;

/// <summary>A record copied for a while: gone when this is disposed of.</summary>
internal interface ICopy : IDisposable
{
    IFiles Files { get; }
}
