using Numerai.Data.Features;
using Numerai.Data.Obfuscation;

namespace Numerai.Data.Tests.Obfuscation;

public sealed class ObfuscatorTests
{
    private static readonly RawEra Era = new FeatureBuilder(SmallMarket.Panel).Build(600) with { Number = 40 };
    private static readonly RawEra Next = new FeatureBuilder(SmallMarket.Panel).Build(605) with { Number = 41 };
    private static readonly ObfuscationKey Key = ObfuscationKey.ForDemonstration(1);

    public static TheoryData<int> GroupSizes() => [0, 4, 7];

    [Theory]
    [MemberData(nameof(GroupSizes))]
    public void The_same_key_gives_the_same_era_and_another_key_an_unrelated_one(int group)
    {
        var options = new ObfuscationOptions { MixingGroupSize = group };
        var first = Publish(new Obfuscator(Key, options), Era);
        var again = Publish(new Obfuscator(ObfuscationKey.ForDemonstration(1), options), Era);
        var other = new Obfuscator(ObfuscationKey.ForDemonstration(2), options);
        Assert.Equal(first.Ids, again.Ids);
        Assert.Equal(first.Bins, again.Bins);
        Assert.Empty(first.Ids.Intersect(Publish(other, Era).Ids));
        Assert.Empty(new Obfuscator(Key, options).FeatureNames.Intersect(other.FeatureNames));
    }

    [Theory]
    [MemberData(nameof(GroupSizes))]
    public void Bins_are_five_equal_shares(int group)
    {
        var era = Publish(new Obfuscator(Key, new ObfuscationOptions { MixingGroupSize = group }), Era);
        for (var f = 0; f < FeatureCatalog.All.Count; f++)
        {
            var counts = Enumerable.Range(0, 5).Select(bin => era.Feature(f).ToArray().Count(b => b == bin)).ToArray();
            Assert.Equal(era.RowCount, counts.Sum());
            Assert.All(counts, count => Assert.InRange(count, 0.1 * era.RowCount, 0.4 * era.RowCount));
        }
    }

    [Fact]
    public void Ids_look_as_documented_sort_ascending_and_share_nothing_between_eras()
    {
        var obfuscator = new Obfuscator(Key, new ObfuscationOptions());
        var era = Publish(obfuscator, Era);
        Assert.All(era.Ids, id => Assert.Matches("^n[0-9a-f]{16}$", id));
        Assert.Equal(era.Ids.Order(StringComparer.Ordinal), era.Ids);
        Assert.Empty(era.Ids.Intersect(Publish(obfuscator, Next).Ids));
        Assert.NotEqual(era.Rows, Publish(obfuscator, Next).Rows);
    }

    [Fact]
    public void The_way_back_leads_to_the_security()
    {
        var obfuscator = new Obfuscator(Key, new ObfuscationOptions());
        var era = Publish(obfuscator, Era);
        for (var i = 0; i < era.RowCount; i++)
        {
            Assert.Equal(era.Ids[i], obfuscator.Id(40, SmallMarket.Panel.Securities[Era.Securities[era.Rows[i]]]));
        }
    }

    [Fact]
    public void Without_mixing_a_column_keeps_or_turns_the_order_of_its_source()
    {
        var obfuscator = new Obfuscator(Key, new ObfuscationOptions { MixingGroupSize = 0 });
        var era = Publish(obfuscator, Era);
        Assert.Equal(FeatureCatalog.All.Count, obfuscator.Columns.SelectMany(c => c.Sources).Distinct().Count());
        Assert.Contains(obfuscator.Columns, c => c.Weights[0] < 0);
        foreach (var (column, f) in obfuscator.Columns.Select((c, f) => (c, f)))
        {
            var source = era.Published(Era.Feature(column.Sources[0]));
            var pairs = era.Feature(f).ToArray().Zip(source, (bin, value) => (bin, value: value * column.Weights[0]))
                .Where(p => !double.IsNaN(p.value));
            Assert.True(pairs.GroupBy(p => p.bin).OrderBy(g => g.Key).Select(g => g.Average(p => p.value)).Pairwise()
                .All(p => p.Left <= p.Right));
        }
    }

    [Fact]
    public void Mixing_weights_are_unit_vectors_over_groups_that_cover_every_feature_once()
    {
        var obfuscator = new Obfuscator(Key, new ObfuscationOptions { MixingGroupSize = 5 });
        Assert.All(obfuscator.Columns, c => Assert.Equal(1, c.Weights.Sum(w => w * w), 12));
        var groups = obfuscator.Columns.GroupBy(c => string.Join(',', c.Sources)).ToList();
        Assert.All(groups, g => Assert.Equal(g.First().Sources.Count, g.Count()));
        Assert.Equal(Enumerable.Range(0, FeatureCatalog.All.Count), groups.SelectMany(g => g.First().Sources).Order());
    }

    [Fact]
    public void A_keyed_rotation_is_orthogonal()
    {
        var rows = KeyedMixing.Rotation(new KeyedStream(Key.Derive("test")), 9);
        for (var i = 0; i < 9; i++)
        {
            for (var j = 0; j < 9; j++)
            {
                Assert.Equal(i == j ? 1 : 0, rows[i].Zip(rows[j], (x, y) => x * y).Sum(), 12);
            }
        }
    }

    [Fact]
    public void A_missing_value_gets_the_middle_bin()
    {
        var features = (float[])Era.Features.Clone();
        features[3] = float.NaN;
        var obfuscator = new Obfuscator(Key, new ObfuscationOptions { MixingGroupSize = 0 });
        var era = Publish(obfuscator, Era with { Features = features });
        var column = obfuscator.Columns.Select((c, f) => (c, f)).Single(p => p.c.Sources[0] == 0).f;
        Assert.Equal(2, era.Feature(column)[Array.IndexOf(era.Rows, 3)]);
    }

    private static ObfuscatedEra Publish(Obfuscator obfuscator, RawEra era) => obfuscator.Apply(era, SmallMarket.Panel.Securities);
}
