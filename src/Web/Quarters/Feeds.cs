using System.Text;
using System.Xml;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using Faubourg.Web.Seasons;
using NodaTime;
using NodaTime.Text;

namespace Faubourg.Web;

/// <summary>What a neighbourhood tells without being asked: a calendar, and a feed of announcements and minutes.</summary>
internal static class Feeds
{
    private const string Ns = "http://www.w3.org/2005/Atom";

    /// <summary>How far back both look.</summary>
    private static readonly Duration Back = Duration.FromDays(365);

    private const int MostEntries = 50;

    /// <summary>RFC 5545: everything that has a date. A council enters when two others found it worth holding; called off, it stays and says so.</summary>
    public static Task Calendar(Visit visit) => Serve(visit, "text/calendar; charset=utf-8", () =>
        Ics.Bytes(visit, visit.Words.Say(visit.Quarter.Said(visit.Quarter.Name)), AllDates.Of(visit)));

    /// <summary>RFC 4287.</summary>
    public static Task Atom(Visit visit) => Serve(visit, "application/atom+xml; charset=utf-8", () =>
    {
        using var bytes = new MemoryStream();
        using (var to = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, CheckCharacters = false }))
            Write(to, visit);
        return bytes.ToArray();
    });

    private static Task Serve(Visit visit, string type, Func<byte[]> make) => visit.Context.RequestServices.GetRequiredService<PageCache>()
        .Serve(visit.Context, visit.Revision, type, () => Task.FromResult(make()));

    private static IEnumerable<Council> Known(Quarter quarter, Instant now) => quarter.Councils.Values.Where(council =>
        council.StartsAt > now - Back && !council.OnPaper
        && (council.WorthHolding || council.Outcome is Outcome.Decided or Outcome.NoDecision));

    private static void Write(XmlWriter to, Visit visit)
    {
        var (quarter, words) = (visit.Quarter, visit.Words);
        var url = PublicAddress.Of(visit.Context) + visit.QuarterUrl;
        var name = Clean(words.Say(quarter.Said(quarter.Name)));
        to.WriteStartElement("feed", Ns);
        to.WriteAttributeString("xml", "lang", null, words.Language);
        to.WriteElementString("id", Ns, Tag(quarter.Origin));
        var title = quarter.Rehearsal ? $"{name} – {words["common.rehearsal"]}" : name;
        to.WriteElementString("title", Ns, visit.Evidence is null ? title : $"{words["record.broken"]} – {title}");
        to.WriteElementString("updated", Ns, InstantPattern.General.Format(quarter.At));
        Link(to, "self", url + "/feed.atom");
        Link(to, "alternate", url);
        to.WriteStartElement("author", Ns);
        to.WriteElementString("name", Ns, name);
        to.WriteEndElement();
        var councils = Known(quarter, visit.Now).Concat(quarter.Councils.Values.Where(c => c.OnPaper)).OrderByDescending(c => c.DissolvedAt ?? c.NoticeFrom);
        foreach (var council in councils.Take(MostEntries))
        {
            if (council.Outcome is Outcome.Decided or Outcome.NoDecision) FeedEntries.Held(to, visit, council, $"{url}/councils/{council.Number}");
            else Announced(to, visit, council, $"{url}/councils/{council.Number}");
        }

        to.WriteEndElement();
    }

    private static void Announced(XmlWriter to, Visit visit, Council council, string address)
    {
        var (quarter, words) = (visit.Quarter, visit.Words);
        var question = words.Say(quarter.Said(council.Question));
        to.WriteStartElement("entry", Ns);
        to.WriteElementString("id", Ns, $"{Tag(quarter.Origin)}/{council.Number}/announced");
        to.WriteElementString("title", Ns, Clean(council.Outcome is null ? question : words["quarter.feed.off", ("question", question)]));
        to.WriteElementString("published", Ns, InstantPattern.General.Format(council.ConvenedAt));
        to.WriteElementString("updated", Ns, InstantPattern.General.Format(council.DissolvedAt ?? council.NoticeFrom));
        Link(to, "alternate", address);
        to.WriteElementString("summary", Ns, Clean(words["quarter.feed.when", ("moment", visit.When.Moment(council.StartsAt)), ("place", words.Say(quarter.Said(council.Place)))]));
        to.WriteEndElement();
    }

    private static void Link(XmlWriter to, string rel, string href)
    {
        to.WriteStartElement("link", Ns);
        to.WriteAttributeString("rel", rel);
        to.WriteAttributeString("href", href);
        to.WriteEndElement();
    }

    /// <summary>RFC 4151: stays the same when host or address change.</summary>
    internal static string Tag(string origin) => $"tag:{origin.Split('/')[0]},2026:{origin}";

    /// <summary>XML 1.0 knows fewer letters than people do.</summary>
    internal static string Clean(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));
}
