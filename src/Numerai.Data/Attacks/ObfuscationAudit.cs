using System.Globalization;
using Numerai.Data.Features;
using Numerai.Data.Obfuscation;
using Numerai.Data.Panels;

namespace Numerai.Data.Attacks;

/// <summary>
/// Attacks a release of a panel the way a participant with public price data would, with and without each defence. docs/obfuscation.md
/// reads the numbers.
/// </summary>
public static class ObfuscationAudit
{
    private const int Samples = 16;
    private static readonly int[] LinkWeeks = [1, 4, 13, 52];

    /// <summary>Runs every attack. Deterministic for a panel and key.</summary>
    /// <param name="panel">Panel of the release.</param>
    /// <param name="key">Key of the release.</param>
    /// <param name="mixingGroupSizes">Group sizes to try; 0 mixes nothing.</param>
    /// <param name="leastSecurities">Securities an era needs.</param>
    /// <param name="cancellation">Stops between attacks.</param>
    public static IReadOnlyList<AttackResult> Run(PricePanel panel, ObfuscationKey key, IReadOnlyList<int> mixingGroupSizes,
        int leastSecurities = 20, CancellationToken cancellation = default)
    {
        var raw = new FeatureBuilder(panel).Build(leastSecurities, cancellation);
        var open = AttackView.Open(panel, raw);
        var results = new List<AttackResult>();
        AddLinks(results, open);
        foreach (var size in mixingGroupSizes)
        {
            cancellation.ThrowIfCancellationRequested();
            var obfuscator = new Obfuscator(key, new ObfuscationOptions { MixingGroupSize = size });
            var name = size > 1 ? string.Create(CultureInfo.InvariantCulture, $"mixed in groups of {size}") : "not mixed";
            var view = AttackView.Published(panel, raw, obfuscator, name);
            AddLinks(results, view);
            AddColumns(results, open, view, obfuscator);
            AddDates(results, open, view);
        }

        return results;
    }

    private static void AddLinks(List<AttackResult> results, AttackView view)
    {
        foreach (var weeks in LinkWeeks.Where(weeks => weeks < view.Eras.Count / 2))
        {
            var pairs = Sample(view, view.Eras.Count / 2).Where(era => era + weeks < view.Eras.Count)
                .Select(era => (First: view.Eras[era], Second: view.Eras[era + weeks])).ToList();
            var chance = pairs.Average(pair => 1.0 / pair.First.RowCount);
            Add("id", LinkAttacks.ById, 0);
            Add("row order", LinkAttacks.ByRowOrder, chance);
            Add("nearest features", LinkAttacks.ByNeighbour, chance);

            void Add(string how, Func<AttackEra, AttackEra, double> attack, double guess) =>
                results.Add(new AttackResult($"link a security over {weeks} weeks by {how}", view.Defence,
                    pairs.Average(pair => attack(pair.First, pair.Second)), guess));
        }
    }

    private static void AddColumns(List<AttackResult> results, AttackView open, AttackView view, Obfuscator obfuscator)
    {
        var eras = Sample(view, view.Eras.Count / 2);
        var known = eras.Select(era => open.Eras[era]).ToList();
        var seen = eras.Select(era => view.Eras[era]).ToList();
        var features = FeatureCatalog.All.Count;
        results.Add(new AttackResult("raw column by best correlation, identities known", view.Defence,
            ColumnAttacks.BestCorrelation(known, seen), 0));
        results.Add(new AttackResult("raw column by regression (R2), identities known", view.Defence,
            ColumnAttacks.Regression(known, seen), 0));
        var (rawMean, seenMean) = (CorrelationMatrix.Mean(known), CorrelationMatrix.Mean(seen));
        var match = ColumnAttacks.ByProfile(rawMean, seenMean);
        var right = obfuscator.Columns.Select((column, c) => Heaviest(column) == match[c]).Count(hit => hit) / (double)features;
        results.Add(new AttackResult("name of a column by its correlation profile, nothing known", view.Defence, right, 1.0 / features));
        var named = eras.Average(era => IdentityAttack.ByProfiles(open.Eras[era], view.Eras[era], match));
        results.Add(new AttackResult("security of a row through the columns so named, date known", view.Defence, named,
            known.Average(era => 1.0 / era.RowCount)));
        foreach (var count in new[] { 5, 10, 20, 40 })
        {
            var (raw, published) = (new PrincipalComponents(rawMean, count), new PrincipalComponents(seenMean, count));
            var found = eras.Average(era => IdentityAttack.ByComponents(open.Eras[era], view.Eras[era], raw, published));
            results.Add(new AttackResult($"security of a row through {count} principal components, date known", view.Defence, found,
                known.Average(era => 1.0 / era.RowCount)));
        }
    }

    private static void AddDates(List<AttackResult> results, AttackView open, AttackView view)
    {
        var eras = Sample(view, 0);
        results.Add(new AttackResult("week of an era by moments of its correlations", view.Defence,
            DateAttacks.ByMoments(open, view, eras), 1.0 / view.Eras.Count));
        results.Add(new AttackResult("week of an era by its number of rows", view.Defence, DateAttacks.ByRowCount(view, eras),
            1.0 / view.Eras.Count));
    }

    private static int Heaviest(FeatureMixing column) => column.Sources.Zip(column.Weights).MaxBy(part => Math.Abs(part.Second)).First;

    /// <summary>Eras spread evenly from a start to the end, leaving room for the longest link.</summary>
    private static List<int> Sample(AttackView view, int start)
    {
        var last = Math.Max(start + 1, view.Eras.Count - 1 - LinkWeeks[^1]);
        return Enumerable.Range(0, Samples).Select(i => start + ((last - start) * i / Samples)).Distinct().ToList();
    }
}
