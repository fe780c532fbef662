namespace Faubourg.Server.Tests.Rooms;

/// <summary>Rooms on their way through a draw.</summary>
internal static class Hat
{
    /// <summary>Five phones that would take a role, six heads, the list closed.</summary>
    public static async Task<Doorway.Phone[]> Closed(Doorway doorway, string way = "dice")
    {
        var phones = await doorway.Seat(5);
        foreach (var (phone, n) in phones.Select((p, n) => (p, n)))
            await phone.Say("willingness", new { facilitator = true, note_keeper = true, first_time = n < 2 });
        foreach (var phone in phones[..2]) await phone.Say("heads", new { heads = 6 });
        await phones[0].Say("roll", new { way });
        return phones;
    }

    public static async Task<Doorway.Phone[]> Drawn(Doorway doorway)
    {
        var phones = await Closed(doorway);
        await phones[0].Say("draw", new { way = "dice", numbers = "35142662" });
        await phones[1].Say("confirmation", new { seen = true });
        return phones;
    }
}
