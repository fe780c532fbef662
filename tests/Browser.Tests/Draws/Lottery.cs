using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Quarters;
using Faubourg.Web.Councils;
using NodaTime;

namespace Faubourg.Browser.Tests.Draws;

/// <summary>
/// Draws that come of random evenings, through the rules alone: who is willing, whose phone takes part, who falls silent, what the
/// dice show, who steps back. Every seed gives the same evening again.
/// </summary>
internal static class Lottery
{
    private const int Seats = 9;

    private static readonly Instant Evening = Instant.FromUtc(2026, 11, 20, 18, 0);

    private static readonly Role[] Roles = [Role.Facilitator, Role.NoteKeeper, Role.Timekeeper, Role.Spokesperson];

    private static readonly Lazy<Quarter> Seated = new(Sit);

    /// <summary>What a reader may know of the n-th draw.</summary>
    public static Proof Of(int n)
    {
        var evening = new Hall(Seated.Value, n);
        var random = new Random(n);
        var phones = Enumerable.Range(0, Seats).Select(Phone).ToArray();
        foreach (var who in phones.Where(_ => random.Next(3) > 0).DefaultIfEmpty(phones[0]))
        {
            ImmutableArray<Role> roles = [.. Roles.Where(_ => random.Next(4) > 0)];
            evening.Does(who, new SayWilling(1, roles.IsEmpty ? [Role.Facilitator] : roles, random.Next(3) == 0, ImmutableSortedDictionary<Role, string>.Empty, [], random.Next(2) == 0));
        }

        var way = random.Next(2) == 0 ? Way.Dice : Way.Slips;
        evening.Does(phones[0], new CloseRoll(1, way));
        TakePart(evening, random, n);
        var digits = string.Concat(Enumerable.Range(0, way == Way.Dice ? random.Next(8, 30) : 12).Select(_ => way == Way.Dice ? random.Next(1, 7) : random.Next(10)));
        if (random.Next(5) == 0) Doubt(evening, way, digits);
        evening.Does(phones[0], new TypeDraw(1, way, digits, ImmutableSortedDictionary<Role, ImmutableArray<int>>.Empty));
        evening.Does(phones[1], new ConfirmDraw(1, true));
        if (random.Next(4) == 0 && evening.Room.Roles.FirstOrDefault() is var (role, seat) && evening.Room.Roles.Count > 0) evening.Does(evening.Room.Seats[seat].Device!, new StepBack(1, role));
        return new Proof(evening.Quarter, evening.Council, evening.Council.Draws[0]);
    }

    /// <summary>As the address of the draw answers a program.</summary>
    public static string Json(Proof proof)
    {
        using var written = new MemoryStream();
        using (var json = new Utf8JsonWriter(written))
        {
            json.WriteStartObject();
            DrawJson.Whole(json, proof);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(written.GetBuffer(), 0, (int)written.Length);
    }

    private static string Phone(int n) => $"phone-{n}";

    /// <summary>Those who said that they would, but for some who are cut off before they seal, or before they open.</summary>
    private static void TakePart(Hall evening, Random random, int n)
    {
        var draw = Vl1.NameOf(evening.Quarter.Origin, 1, 1);
        var willing = evening.Room.Roll.Select(line => (Number: line.Key, Seat: evening.Room.Seats[line.Value])).Where(line => line.Seat.Willing!.Commits).ToArray();
        var sealing = willing.Where(_ => random.Next(6) > 0).ToArray();
        foreach (var (number, seat) in sealing) evening.Does(seat.Device!, new CommitNonce(1, Phases.CommitmentOf(draw, number, Nonce(n, number))));
        evening.Waits();
        if (evening.Room.Draw!.Phase != DrawPhase.Revealing) return;
        foreach (var (number, seat) in sealing.Where(_ => random.Next(5) > 0)) evening.Does(seat.Device!, new RevealNonce(1, Nonce(n, number)));
        evening.Waits();
    }

    private static string Nonce(int n, int number) => Hash.Of($"nonce {n} {number}");

    private static void Doubt(Hall evening, Way way, string digits)
    {
        evening.Does(Phone(0), new TypeDraw(1, way, digits, ImmutableSortedDictionary<Role, ImmutableArray<int>>.Empty));
        evening.Does(Phone(1), new ConfirmDraw(1, false));
    }

    private static Quarter Sit()
    {
        var hall = new Hall(Quarter.Unfounded, 0);
        hall.Does(Phone(0), new Found("test.example/q/mmg42klgyqzwneiskrelxms3j7", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", "Europe/Paris", ["fr"], false, Text.Of("Lilas"), Text.Of("here"), null, []));
        hall.Does(Phone(0), new Convene(new Announcement(Text.Of("Who mends the bench?"), Text.Of("here"), null, Evening, 60, Attendance.Room, Domain.Councils.Method.Consent, true, true, false)));
        hall.Now = Evening - Duration.FromMinutes(5);
        hall.Does(Phone(0), new TakeSeat(1, new Ticket(), null, "slip"));
        hall.Does(Phone(0), new OpenDoor(1));
        for (var seat = 1; seat < Seats; seat++) hall.Does(Phone(seat), new TakeSeat(1, new Ticket(Token: Door.Token(hall.Room, hall.Now)), null, $"slip {seat}"));
        hall.Now = Evening;
        hall.Waits();
        foreach (var who in new[] { Phone(0), Phone(1) }) hall.Does(who, new TypeHeads(1, Seats));
        return hall.Quarter;
    }

    private sealed class Hall(Quarter quarter, int n)
    {
        private int acts;

        public Quarter Quarter { get; private set; } = quarter;

        public Instant Now { get; set; } = quarter.At > Evening ? quarter.At : Evening - Duration.FromDays(1);

        public Council Council => Quarter.Councils[1];

        public Room Room => Council.Room!;

        public void Does(string who, Act act)
        {
            var decision = Rules.Decide(Quarter, act, new Actor(who), new Facts(Now, Chance()));
            Assert.True(decision.Refusal is null, $"{n}: {who} {act} was refused: {decision.Refusal}");
            Apply(decision.Events);
        }

        /// <summary>Until the time of a phase is over, and a little more.</summary>
        public void Waits()
        {
            if (Quarter.Councils.Count > 0 && Room.Draw is { Ends: { } ends }) Now = ends;
            Apply(Rules.Due(Quarter, Now, Chance()));
        }

        private void Apply(IEnumerable<Event> happened)
        {
            foreach (var e in happened) Quarter = Rules.Evolve(Quarter, e, Now);
        }

        private Chance Chance()
        {
            var seed = new byte[16];
            BinaryPrimitives.WriteInt32BigEndian(seed, n);
            BinaryPrimitives.WriteInt32BigEndian(seed.AsSpan(4), acts++);
            return new Chance(seed);
        }
    }
}
