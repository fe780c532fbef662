using System.Collections.Immutable;
using System.Globalization;
using Faubourg.Domain.Draws;

namespace Faubourg.Web.Councils;

/// <summary>From what was ticked or typed to the acts of a draw.</summary>
internal static class DrawForms
{
    /// <summary>The field of the form in which somebody says that they would take the role, or types who was drawn for it.</summary>
    internal static readonly ImmutableArray<(Role Role, string Field)> Fields =
    [
        (Role.Facilitator, "facilitator"), (Role.Companion, "companion"), (Role.NoteKeeper, "note_keeper"),
        (Role.Timekeeper, "timekeeper"), (Role.Spokesperson, "spokesperson"), (Role.KeyBearer, "key_bearer"),
    ];

    /// <summary>Roles that are drawn by a lot of their own.</summary>
    internal static readonly ImmutableArray<Role> OfALot = [.. Enum.GetValues<Role>().Where(role => role.IsOfALot() || role == Role.KeyBearer)];

    /// <summary>The field that stands for whatever role the open lot is about.</summary>
    private const string Lot = "lot";

    public static string FieldOf(Role role) => role.IsOfALot() ? Lot : Fields.First(f => f.Role == role).Field;

    public static CloseRoll Close(Visit visit, Input input) => new(visit.Council.Number, input.ChoiceOrNull<Way>("way") ?? Way.Dice);

    public static OpenLot Open(Visit visit, Input input) => new(visit.Council.Number, new Lot(
        input.Choice<Role>("role"), input.Number("places"), input.Flag("without_convener"), input.Flag("without_last"), input.Flag("without_serving")));

    public static SayWilling Willing(Visit visit, Input input)
    {
        var roles = Fields.Where(f => f.Role != Role.Companion && input.Flag(f.Field)).Select(f => f.Role).ToImmutableArray();
        if (input.Flag(Lot) && visit.Council.Lot is { } lot) roles = [lot.Role];
        var owner = input.Paper?.ToString(CultureInfo.InvariantCulture) ?? "0";
        return new SayWilling(
            visit.Council.Number,
            roles,
            input.Flag("first_time"),
            roles.ToImmutableSortedDictionary(role => role, role => Slips.Hashed(visit, Slips.Role(role), owner)),
            input.Paper is null ? Held(visit) : [],
            input.Flag("commits"));
    }

    /// <summary>The slips that this very device would hold, had it held a role in the last such draw. Whether it did, the rules look up.</summary>
    private static ImmutableArray<string> Held(Visit visit) => visit.Device is not { } device ? [] :
    [
        .. visit.Quarter.LastHeld.Select(last => Slips.HashOf(Slips.Words(device, Slips.Role(last.Key), visit.Quarter.Origin, last.Value))),
    ];

    public static TypeDraw Typed(Visit visit, Input input)
    {
        var way = input.Choice<Way>("way");
        return new TypeDraw(visit.Council.Number, way, way == Way.Hat ? null : input.Text("numbers"), Hat(visit, input));
    }

    private static ImmutableSortedDictionary<Role, ImmutableArray<int>> Hat(Visit visit, Input input)
    {
        var hat = Fields.Where(f => input.Has(f.Field)).ToImmutableSortedDictionary(f => f.Role, f => Order(input.Text(f.Field)));
        var drawn = visit.Council.Room?.Draw is { } open ? visit.Council.Draws[open.Number - 1].Lot : null;
        return drawn is not null && input.Has(Lot) ? hat.SetItem(drawn.Role, Order(input.Text(Lot))) : hat;
    }

    /// <summary>"3, 1 4": what is no number becomes 0, which is in no hat.</summary>
    private static ImmutableArray<int> Order(string typed) =>
    [
        .. typed.Split([' ', ',', ';', '.'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0),
    ];
}
