using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Faubourg.Domain;

namespace Faubourg.Web;

/// <summary>From the form to a neighbourhood. Whoever founds it has no right in it that others lack.</summary>
internal static class Foundings
{
    private const int LongestSlug = 40;

    private const int ShortestSlug = 3;

    /// <summary>Keys of forms that founded something: sent twice, they lead to the same place. Forgotten when the host is closed.</summary>
    private const int Remembered = 1_000;

    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Done = new(StringComparer.Ordinal);

    public static async Task<Reply> Handle(Visit visit, Input input)
    {
        if (!IsInvited(visit.Settings.Invitation, input.Text("invitation"))) return new Reply.Wrong("invitation", "quarter.found.invitation.wrong");
        if (Done.Count >= Remembered) Done.Clear();
        var slug = input.Key is null ? await Found(visit, input) : await Once($"{visit.Device?.Secret}\n{input.Key}\n{input.Digest}", () => Found(visit, input));
        return new Reply.Done("/quarters/" + slug);
    }

    /// <summary>"Rue du Chêne" → "rue-du-chene"; a name in other letters is "faubourg", with a number after the first.</summary>
    internal static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsAsciiLetterOrDigit(letter)) slug.Append(char.ToLowerInvariant(letter));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        var plain = (slug.Length > LongestSlug ? slug.ToString(0, LongestSlug) : slug.ToString()).Trim('-');
        // "new" is the page where neighbourhoods are founded.
        return plain.Length < ShortestSlug || plain == "new" ? "faubourg" : plain;
    }

    private static async Task<string> Once(string key, Func<Task<string>> found)
    {
        try
        {
            return await Done.GetOrAdd(key, _ => new Lazy<Task<string>>(found)).Value;
        }
        catch
        {
            Done.TryRemove(key, out _);
            throw;
        }
    }

    private static Task<string> Found(Visit visit, Input input) =>
        visit.Context.RequestServices.GetRequiredService<IQuarters>().Found(Slug(input.Text("name")), Read(input), CancellationToken.None);

    private static Founding Read(Input input) => new(
        Text.Of(input.Text("name")),
        Text.Of(input.Text("place")),
        input.WordsOrNull("horizon"),
        [.. input.Texts("covenant").Select(clause => Text.Of(clause))],
        input.Choice("zone"),
        [.. input.Texts("languages").Distinct()]);

    private static bool IsInvited(string? word, string typed) => word is null || CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(word.Trim().ToUpperInvariant()), Encoding.UTF8.GetBytes(typed.ToUpperInvariant()));
}
