namespace Faubourg.Web;

/// <summary>Key-bearers: what they hand in of the key they made.</summary>
public static partial class Forms
{
    public static readonly Form GiveBearerKey = new("bearer.give", InCouncil + "/bearer-keys", Field.Text("public_key", Limits.PublicKey));

    /// <summary>For who has scripts off: the words are made here, shown once, and kept nowhere.</summary>
    public static readonly Form MakeBearerWords = new("bearer.server", InCouncil + "/bearer-words");
}
