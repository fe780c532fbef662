namespace Faubourg.Verify.Commands;

/// <summary>Where a command reads and writes.</summary>
/// <param name="In">Secrets come this way, never as arguments.</param>
/// <param name="Out">What was asked for.</param>
/// <param name="Error">Progress, and what went wrong.</param>
/// <param name="Live">Somebody looks at <see cref="Error"/> as it is written.</param>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, bool Live);
