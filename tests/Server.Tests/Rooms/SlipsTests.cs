using Faubourg.Web;

namespace Faubourg.Server.Tests.Rooms;

public sealed class SlipsTests
{
    private static readonly Device Phone = new(new string('A', 43));

    [Fact]
    public void A_slip_is_six_words_of_four_letters_that_the_device_makes_again()
    {
        var words = Slips.Words(Phone, Slips.Minutes, "test/q/lilas", 1);
        Assert.Matches("^([bdfghjklmnprstvz][aiou][bdfghjklmnprstvz][aiou]( |$)){6}$", words);
        Assert.Equal(words, Slips.Words(Phone, Slips.Minutes, "test/q/lilas", 1));
    }

    [Fact]
    public void No_two_slips_of_a_device_have_anything_in_common()
    {
        string[] slips =
        [
            Slips.Words(Phone, Slips.Minutes, "test/q/lilas", 1), Slips.Words(Phone, Slips.Task, "test/q/lilas", 1),
            Slips.Words(Phone, Slips.Minutes, "test/q/lilas", 2), Slips.Words(Phone, Slips.Minutes, "test/q/roses", 1),
            Slips.Words(Phone, Slips.Minutes, "test/q/lilas", 1, "3"), Slips.Words(new Device(new string('B', 43)), Slips.Minutes, "test/q/lilas", 1),
        ];
        Assert.Equal(slips.Length, slips.Distinct().Count());
    }

    [Theory]
    [InlineData("Babi, dufo GAHA jiji kolu mano")]
    [InlineData("babi-dufo-gaha-jiji-kolu-mano")]
    public void Words_count_however_they_are_written(string typed) =>
        Assert.Equal(Slips.HashOf("babi dufo gaha jiji kolu mano"), Slips.HashOfTyped(typed));

    [Theory]
    [InlineData("")]
    [InlineData("babi dufo gaha jiji kolu")]
    [InlineData("babi dufo gaha jiji kolu xxxx")]
    public void Other_words_are_no_slip(string typed) => Assert.Null(Slips.HashOfTyped(typed));
}
