using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Faubourg.Web.Record;

/// <summary>The record's pages for programs. Whoever checks it reads the files beside it instead, which are signed.</summary>
internal static class RecordJson
{
    public static Task Write(Visit visit, OpenRecord open, int? council, RecordPage page, ImmutableArray<EntryTold> entries) =>
        Face.Json(visit.Context, StatusCodes.Status200OK, json =>
        {
            var url = visit.QuarterUrl + "/record";
            json.WriteString("origin", visit.Quarter.Origin);
            json.WriteBoolean("rehearsal", visit.Quarter.Rehearsal);
            json.WriteString("prefix", PublicAddress.Of(visit.Context) + url);
            json.WriteNumber("size", open.Latest.Size);
            json.WriteString("root", open.Latest.RootBase64);
            json.WriteString("signed_at", NodaTime.Text.InstantPattern.General.Format(open.Latest.At));
            json.WriteStartArray("vkeys");
            foreach (var key in open.Kept.VerifierKeys) json.WriteStringValue(key);
            json.WriteEndArray();
            json.WriteNumber("witnesses", 0);
            if (council is { } number) json.WriteNumber("council", number);
            if (page.Older is { } older) json.WriteNumber("older_before", older);
            json.WriteStartArray("entries");
            foreach (var entry in entries)
            {
                json.WriteStartObject();
                Brief(json, visit, entry);
                json.WriteString("location", $"{url}/entries/{entry.Seq}");
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });

    public static Task Write(Visit visit, OpenRecord open, EntryTold entry) => Face.Json(visit.Context, StatusCodes.Status200OK, json =>
    {
        json.WriteString("origin", visit.Quarter.Origin);
        json.WriteBoolean("rehearsal", visit.Quarter.Rehearsal);
        Brief(json, visit, entry);
        json.WriteString("bytes", Encoding.UTF8.GetString(entry.Bytes.Span));
        json.WriteString("hash", entry.Hash);
        json.WriteStartArray("disclosures");
        foreach (var text in entry.Texts) Text(json, text);
        json.WriteEndArray();
        json.WriteString("receipt", $"{visit.QuarterUrl}/record/entries/{entry.Seq}/receipt");
    });

    private static void Brief(Utf8JsonWriter json, Visit visit, EntryTold entry)
    {
        json.WriteNumber("seq", entry.Seq);
        if (entry.Leaf is { } leaf)
        {
            json.WriteString("type", leaf.Type);
            json.WriteString("at", leaf.At);
        }

        if (entry.Council is { } council) json.WriteNumber("council", council);
        json.WriteString("says", new Sentences(visit.Words, visit.When).Of(entry));
    }

    private static void Text(Utf8JsonWriter json, TextTold text)
    {
        json.WriteStartObject();
        json.WriteString("digest", text.Digest);
        if (text.Name is { } name) json.WriteString("name", name);
        json.WriteString("standing", Field.Kebab(text.Standing));
        if (text.Words is { } words) json.WriteString("text", words);
        if (text.By is { } by) json.WriteNumber("by", by);
        if (text.Until is { } until) json.WriteString("until", NodaTime.Text.InstantPattern.General.Format(until));
        json.WriteEndObject();
    }
}
