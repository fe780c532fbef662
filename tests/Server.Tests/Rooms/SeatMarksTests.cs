using Faubourg.Domain.Councils;
using Faubourg.Web;
using Faubourg.Web.Councils;

namespace Faubourg.Server.Tests.Rooms;

public sealed class SeatMarksTests
{
    [Theory]
    [InlineData("blue-heron", "Blue Heron", "Héron bleu")]
    [InlineData("blue-otter", "Blue Otter", "Loutre bleue")]
    [InlineData("gentle-bear", "Gentle Bear", "Ours doux")]
    [InlineData("curious-owl", "Curious Owl", "Chouette curieuse")]
    [InlineData("coral-goose", "Coral Goose", "Oie corail")]
    public void A_mark_is_said_as_people_say_it(string mark, string english, string french)
    {
        Assert.Equal(english, SeatMarks.Say(Words.In("en"), mark));
        Assert.Equal(french, SeatMarks.Say(Words.In("fr"), mark));
    }

    [Fact]
    public void Every_mark_has_a_name_of_its_own_in_every_language()
    {
        foreach (var words in Languages.All.Select(known => Words.In(known.Code)))
        {
            var names = Marks.First.SelectMany(first => Marks.Second.Select(second => SeatMarks.Say(words, $"{first}-{second}"))).ToList();
            Assert.DoesNotContain(names, name => name.Contains('[') || name.Contains('/') || name.Contains('{'));
            Assert.Equal(names.Count, names.Distinct().Count());
        }
    }

    [Theory]
    [InlineData("Blue Heron")]
    [InlineData("blue heron")]
    [InlineData("heron BLEU", false)]
    [InlineData("Héron bleu")]
    [InlineData("blue-heron")]
    [InlineData("Blue Otter", false)]
    public void It_is_known_by_what_people_type(string typed, bool known = true) => Assert.Equal(known, SeatMarks.Is("blue-heron", typed));
}
