namespace Faubourg.Ledger.Tests;

internal static class Faults
{
    /// <summary>The fault an attempt ends with, or null where it succeeds. Any other exception fails the test.</summary>
    public static LeafFault? Of(Action attempt)
    {
        try
        {
            attempt();
            return null;
        }
        catch (LeafException refused)
        {
            return refused.Fault;
        }
    }
}
