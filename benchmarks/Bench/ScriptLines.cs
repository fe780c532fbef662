namespace Faubourg.Bench;

/// <summary>Acts one after the other, as the script of a rehearsal has them: <c>docs/formats/rehearsal.md</c>.</summary>
internal sealed class ScriptLines
{
    private readonly List<object> lines = [];
    private string? at;
    private string? keep;

    public object[] All => [.. lines];

    public ScriptLines At(string time)
    {
        at = time;
        return this;
    }

    public ScriptLines Keep(string name)
    {
        keep = name;
        return this;
    }

    public ScriptLines Do(string who, string act, object with, string? unless = null) => Do([who], act, with, unless);

    public ScriptLines Do(string[] who, string act, object with, string? unless = null)
    {
        lines.Add(new Dictionary<string, object?> { ["who"] = who.Length == 1 ? who[0] : who, ["do"] = act, ["at"] = at, ["with"] = with, ["keep"] = keep, ["unless"] = unless }
            .Where(field => field.Value is not null).ToDictionary(field => field.Key, field => field.Value));
        (at, keep) = (null, null);
        return this;
    }
}
