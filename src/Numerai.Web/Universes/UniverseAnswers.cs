using Numerai.Contracts;
using Numerai.Tournament.Universes;

namespace Numerai.Web.Universes;

/// <summary>Universes as REST tells of them.</summary>
internal static class UniverseAnswers
{
    public static Universe Answer(this UniverseView view) => new(
        view.Tournament,
        view.Date,
        view.Rows,
        view.KeyColumn,
        view.Aliases,
        view.Portfolio.Columns,
        view.LiveDataset,
        view.NeutralizerDataset,
        view.SampleWeightDataset,
        view.Ids.Sha256,
        view.Portfolio.Neutralizers?.Sha256,
        view.Portfolio.SampleWeights?.Sha256,
        view.Published);
}
