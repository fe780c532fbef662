using Faubourg.Domain.Councils;

namespace Faubourg.Domain.Record.Figures;

/// <param name="Convened">All that were announced, or held on paper.</param>
/// <param name="Held">Those that met, whether or not they agreed.</param>
/// <param name="Decided">Those of them that decided.</param>
public sealed record CouncilsCounted(int Convened, int Held, int Decided);

internal sealed class CouncilFigures
{
    private int convened, held, decided;

    public void Next(PublicEvent happened)
    {
        if (happened is CouncilConvened) convened++;
        if (happened is not CouncilDissolved { Outcome: var outcome }) return;
        if (outcome is Outcome.Decided or Outcome.NoDecision) held++;
        if (outcome == Outcome.Decided) decided++;
    }

    public CouncilsCounted Counted() => new(convened, held, decided);
}
