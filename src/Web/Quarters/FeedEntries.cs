using System.Xml;
using Faubourg.Domain.Councils;
using NodaTime.Text;

namespace Faubourg.Web;

/// <summary>What the feed says of a council that was held.</summary>
internal static class FeedEntries
{
    private const string Ns = "http://www.w3.org/2005/Atom";

    public static void Held(XmlWriter to, Visit visit, Council council, string address)
    {
        var (quarter, words) = (visit.Quarter, visit.Words);
        to.WriteStartElement("entry", Ns);
        to.WriteElementString("id", Ns, $"{Feeds.Tag(quarter)}/{council.Number}");
        to.WriteElementString("title", Ns, Feeds.Clean(words.Say(quarter.Said(council.Question))));
        to.WriteElementString("updated", Ns, InstantPattern.General.Format(council.DissolvedAt ?? council.StartsAt));
        to.WriteStartElement("link", Ns);
        to.WriteAttributeString("href", address);
        to.WriteEndElement();
        to.WriteElementString("summary", Ns, Feeds.Clean(council.Decision is { } made ? words.Say(quarter.Said(made.What)) : words["quarter.outcome.no-decision"]));
        to.WriteEndElement();
    }
}
