namespace Numerai.Simulations.Research;

/// <summary>CORR of every model in resolved rounds, in order: what a weighting may know of the past.</summary>
internal sealed class ModelHistory(int models)
{
    private readonly List<(int Round, double Corr)>[] _scores = [.. Enumerable.Range(0, models).Select(_ => new List<(int, double)>())];

    public void Add(int model, int round, double corr) => _scores[model].Add((round, corr));

    /// <summary>The latest scores of a model up to a round, oldest first.</summary>
    public double[] Known(int model, int lastRound, int count) =>
        [
            .. _scores[model].AsEnumerable().Reverse().SkipWhile(score => score.Round > lastRound).Take(count).Reverse()
                .Select(score => score.Corr)];

    /// <summary>Scores of a model in each of some rounds; NaN where it has none.</summary>
    public double[] Between(int model, int firstRound, int lastRound)
    {
        var scores = new double[Math.Max(0, lastRound - firstRound + 1)];
        Array.Fill(scores, double.NaN);
        for (var place = _scores[model].Count - 1; place >= 0 && _scores[model][place].Round >= firstRound; place--)
        {
            var (round, corr) = _scores[model][place];
            if (round <= lastRound)
            {
                scores[round - firstRound] = corr;
            }
        }

        return scores;
    }
}
