using System.Collections.Immutable;
using Faubourg.Domain;
using Faubourg.Domain.Councils;
using Faubourg.Domain.Decisions;
using Faubourg.Domain.Draws;
using Faubourg.Domain.Jars;
using Faubourg.Domain.Quarters;
using NodaTime;

namespace Faubourg.Verify.Tests.Street;

internal sealed partial class Lane
{
    /// <summary>A council opens a jar and draws its two keepers; three days later something is given, spent and stopped.</summary>
    public int Collects()
    {
        const int Seats = 5;
        number = Convenes(Method.Consent, 4);
        Opens(Seats);
        Draws(Seats);
        MovesOn();
        Does(People[0], Proposal("We mend the bench.") with { Touches = Touches.Jar, Deed = new OpenJar(Currency.Eur, 30000, true, Text.Of("The library"), Text.Of("DE89370400440532013000")) });
        Counts(Seats);
        DrawsKeepers(Seats);
        MovesOn();
        Consents(false, Seats);
        WaitsUntil(Council.EndsAt);
        Waits(Amendment.Delay);
        var keepers = People[..Seats].Where(who => Quarter.Slips.ContainsKey(Slip(who, "keeping"))).ToArray();
        Moves(keepers, "given", Move.Given);
        Moves(keepers, "spent", Move.Spent);
        Does(keepers[0], new StopSpending(number, Slip(keepers[0], "keeping"), 2));
        return number;
    }

    private void DrawsKeepers(int seats)
    {
        Does(People[2], new OpenLot(number, new Lot(Role.Keeper, Keepers.Two)));
        foreach (var who in People[..seats])
            Does(who, new SayWilling(number, [Role.Keeper], false, ImmutableSortedDictionary<Role, string>.Empty.Add(Role.Keeper, Slip(who, "keeping")), []));
        Does(People[0], new CloseRoll(number));
        Does(People[0], new TypeDraw(number, Way.Dice, "35142662134531612564", ImmutableSortedDictionary<Role, ImmutableArray<int>>.Empty));
        Does(People[1], new ConfirmDraw(number, true));
    }

    private void Moves(string[] keepers, string what, Move kind)
    {
        var id = Hash.Of(what)[..32];
        Does(keepers[0], new MoveMoney(number, Slip(keepers[0], "keeping"), new Telling(id, kind, 500, null, null, false, Text.Of("Farid"), null, Hash.Of(what))));
        Does(keepers[1], new ConfirmMove(number, Slip(keepers[1], "keeping"), id, true));
    }
}
