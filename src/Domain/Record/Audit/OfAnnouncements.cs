using System.Security.Cryptography;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Domain.Record.Audit;

/// <summary>Founding, corners, announcements and their changes.</summary>
internal static class OfAnnouncements
{
    private const int IdLength = 26;

    /// <summary>A sheet may be typed 14 days after its council, and await the second device for one more.</summary>
    private static readonly Duration Sheet = Duration.FromDays(15) + Slack;

    private static readonly Duration Corner = Duration.FromDays(30);

    private const int LongestZone = 64;

    private static Duration Slack => Duration.FromMinutes(1);

    public static void Check(Case c, PublicEvent happened)
    {
        switch (happened)
        {
            case QuarterFounded e: Founded(c, e); break;
            case CornerPinned e: Pinned(c, e); break;
            case CouncilConvened e: Convened(c, e); break;
            case CouncilChanged e: Changed(c, e); break;
            case PlaceMoved e: Moved(c, e); break;
            case FoundWorthHolding e:
                if (c.LivingAt(e.Council, Step.Announced) is { } found)
                    c.Require(!found.WorthHolding && !found.OnPaper, Rule.StepsInOrder, "It was found worth holding before.");
                break;
        }
    }

    private static void Founded(Case c, QuarterFounded e)
    {
        c.Require(e.Format == 1, Rule.FoundedOnce, "The format is not 1.");
        // Clear for good, so never words: those could not be taken out again.
        c.Require(
            e.Zone.Length <= LongestZone && e.Zone.All(l => char.IsAsciiLetterOrDigit(l) || l is '/' or '_' or '-' or '+')
                && e.Languages.All(l => l.Length is 2 or 3 && l.All(char.IsAsciiLetterLower)),
            Rule.FoundedOnce,
            "Its time zone or a language is no such name.");
        if (!c.Require(SigningKey.IsBase64(e.Key, SigningKey.Bytes), Rule.FoundedOnce, "The first key is not 32 bytes in base64.")) return;
        c.Require(
            e.Origin.EndsWith("/q/" + IdOf(e.Key), StringComparison.Ordinal), Rule.FoundedOnce, "The origin does not follow from the first key.");
    }

    /// <summary>The first 26 characters of lower-case base32 (RFC 4648 §6) of SHA-256 of the key.</summary>
    private static string IdOf(string key)
    {
        var hash = SHA256.HashData(Convert.FromBase64String(key));
        return string.Create(IdLength, hash, (id, bytes) =>
        {
            for (var i = 0; i < id.Length; i++)
            {
                var bit = i * 5;
                var two = bytes[bit / 8] << 8 | bytes[bit / 8 + 1];
                id[i] = "abcdefghijklmnopqrstuvwxyz234567"[two >> (11 - bit % 8) & 31];
            }
        });
    }

    private static void Pinned(Case c, CornerPinned e)
    {
        c.Require(e.Corner == c.Before.Corners.Count + 1, Rule.NumbersInOrder, "The corner is not the next one.");
        c.Require(e.Until == c.At + Corner, Rule.AnnouncedInTime, "A corner stands for 30 days.");
    }

    private static void Convened(Case c, CouncilConvened e)
    {
        if (!c.Require(e.Council == c.Before.Councils.Count + 1, Rule.NumbersInOrder, "The council is not the next one.")) return;
        Times(c, e.StartsAt, e.Minutes, e.OnPaper);
        c.Require(e.Method != Method.Majority, Rule.MethodAsAnnounced, "A majority is never announced.");
        OfSeasons.Kept(c, e.StartsAt, e.OnPaper ? CouncilKind.Urgent : e.Purpose);
        if (e.Corner is { } corner) c.Require(c.Before.Corners.ContainsKey(corner), Rule.SpeaksOfWhatIs, "There is no such corner.");
        if (c.Require(e.WallCouncil is null == e.WallProposal is null, Rule.SpeaksOfWhatIs, "A wall is named by its council and a proposal.") && e.WallCouncil is { } wall)
        {
            var left = Convene.OnTheWall(c.Before, new WallItem(wall, e.WallProposal!.Value));
            c.Require(left is not null, Rule.SpeaksOfWhatIs, "This was not left on the wall of that council.");
            c.Require(left?.Aside is null || e.StartsAt >= c.At + Weight.Notice, Rule.LineWaits, "What was marked needs 72 hours of notice.");
        }
        if (!e.OnPaper)
        {
            c.Memory.Lives(e.Council, e.StartsAt + Duration.FromMinutes(e.Minutes));
            return;
        }
        c.Require(e is { Attendance: Attendance.Room, Method: Method.Consent }, Rule.PaperWhole, "A council on paper meets in a room and decides by consent.");
        c.Memory.Paper = e.Council;
    }

    private static void Times(Case c, Instant starts, int minutes, bool onPaper)
    {
        c.Require(starts == Rules.Minute(starts), Rule.AnnouncedInTime, "It does not start at a whole minute.");
        c.Require(minutes is >= Convene.ShortestMinutes and <= Convene.LongestMinutes, Rule.AnnouncedInTime, "A council takes 15 to 180 minutes.");
        if (onPaper)
            c.Require(starts + Duration.FromMinutes(minutes) <= c.At && starts >= c.At - Sheet, Rule.AnnouncedInTime, "It was not held in the last 14 days.");
        else
            c.Require(starts >= c.At - Convene.Late && starts <= c.At + Slack + Convene.Farthest, Rule.AnnouncedInTime, "It starts in the past, or more than 90 days ahead.");
    }

    private static void Changed(Case c, CouncilChanged e)
    {
        if (c.LivingAt(e.Council, Step.Announced) is not { } council) return;
        c.Require(!council.OnPaper, Rule.PaperWhole, "A council on paper is not changed.");
        c.Require(e.Method != Method.Majority, Rule.MethodAsAnnounced, "A majority is never announced.");
        c.Require(council.Changes < Change.Most, Rule.AnnouncedInTime, "It was changed more than 20 times.");
        Times(c, e.StartsAt, e.Minutes, false);
        OfSeasons.Kept(c, e.StartsAt, e.Purpose);
        if (council.FromWall is { } item && Convene.OnTheWall(c.Before, item)?.Aside is not null)
            c.Require(e.StartsAt >= c.At + Weight.Notice, Rule.LineWaits, "What was marked needs 72 hours of notice.");
        c.Memory.Ends(council, e.StartsAt + Duration.FromMinutes(e.Minutes));
    }

    private static void Moved(Case c, PlaceMoved e)
    {
        if (c.Living(e.Council) is not { } council) return;
        c.Require(!council.OnPaper, Rule.PaperWhole, "A council on paper is not moved.");
        c.Require(council.Changes < Change.Most, Rule.AnnouncedInTime, "It was changed more than 20 times.");
    }
}
