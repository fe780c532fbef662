using Faubourg.Domain.Councils;
using Faubourg.Verify.Checks;

namespace Faubourg.Verify.Tests;

public sealed class MethodTests
{
    [Theory]
    [InlineData(Method.Approval)]
    [InlineData(Method.Score)]
    [InlineData(Method.Ranked)]
    [InlineData(Method.Resistance)]
    public void A_council_that_decides_so_verifies_whole(Method method)
    {
        var recorder = Records.Lived(lane => lane.Evening(method, seats: 8));
        Records.Sound(recorder.Files());
    }
}
