using System.Xml;
using NodaTime.Text;

namespace Faubourg.Web.Councils.Minutes;

/// <summary>One council in an Atom feed (RFC 4287 §4.1.2), once it is over.</summary>
public static class MinutesEntry
{
    public const string Atom = "http://www.w3.org/2005/Atom";

    /// <param name="to">Standing in a feed, or at the start of a document.</param>
    /// <param name="address">Of the minutes page, absolute.</param>
    public static void Write(XmlWriter to, MinutesView view, Telling telling, string address)
    {
        to.WriteStartElement("entry", Atom);
        // The log and the council in it: the entry stays the same one when the host or its address changes.
        to.WriteElementString("id", Atom, $"{Feeds.Tag(view.Origin)}/{view.Number}");
        var title = telling.Words["minutes.entry.title", ("question", telling.Say(view.Question)), ("headline", telling.Headline(view))];
        if (view.Rehearsal) title = $"{telling.Words["rehearsal.chalk"]} – {title}";
        if (view.Broken) title = $"{telling.Words["record.broken"]} – {title}";
        to.WriteElementString("title", Atom, Feeds.Clean(title));
        to.WriteElementString("published", Atom, InstantPattern.General.Format(view.EndedAt));
        to.WriteElementString("updated", Atom, InstantPattern.General.Format(Updated(view)));
        to.WriteStartElement("author", Atom);
        to.WriteElementString("name", Atom, Feeds.Clean(telling.Say(view.Quarter)));
        to.WriteEndElement();
        to.WriteStartElement("link", Atom);
        to.WriteAttributeString("href", address);
        to.WriteEndElement();
        to.WriteElementString("summary", Atom, Feeds.Clean(telling.Lead(view)));
        to.WriteEndElement();
    }

    private static NodaTime.Instant Updated(MinutesView view) =>
        view.Corrections.Select(c => c.At).Concat(view.Tasks.Select(t => t.DoneAt).OfType<NodaTime.Instant>()).Append(view.EndedAt).Max();
}
