using System.Xml;
using Faubourg.Domain.Councils;
using Faubourg.Web.Councils.Minutes;

namespace Faubourg.Web;

/// <summary>What the feed says of a council that was held.</summary>
internal static class FeedEntries
{
    public static void Held(XmlWriter to, Visit visit, Council council, string address) =>
        MinutesEntry.Write(to, MinutesTeller.Of(visit.Quarter, council, visit.Now) with { Broken = visit.Evidence is not null }, new Telling(visit.Words, visit.When), address);
}
