namespace Faubourg.Ledger.Tests;

internal static class Refusals
{
    /// <summary>Why an attempt was refused, or null where it succeeds. Any other exception fails the test.</summary>
    public static string? Of(Action attempt)
    {
        try
        {
            attempt();
            return null;
        }
        catch (LedgerException refused)
        {
            return refused.Message;
        }
    }
}
