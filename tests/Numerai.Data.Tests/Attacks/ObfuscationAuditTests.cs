using Numerai.Data.Attacks;
using Numerai.Data.Obfuscation;
using Numerai.Data.Panels;

namespace Numerai.Data.Tests.Attacks;

public sealed class ObfuscationAuditTests
{
    private static readonly Lazy<IReadOnlyList<AttackResult>> Results = new(() =>
        ObfuscationAudit.Run(SmallMarket.Panel, ObfuscationKey.ForDemonstration(1), [0, 5]));

    [Theory]
    [InlineData("not mixed")]
    [InlineData("mixed in groups of 5")]
    public void No_security_can_be_linked_by_id_or_row_order(string defence)
    {
        foreach (var weeks in new[] { 1, 4, 13, 52 })
        {
            Assert.Equal(0, Find($"link a security over {weeks} weeks by id", defence).Success);
            var order = Find($"link a security over {weeks} weeks by row order", defence);
            Assert.InRange(order.Success, 0, 4 * order.Chance);
        }
    }

    [Fact]
    public void Without_defence_ids_and_row_order_give_securities_away()
    {
        Assert.InRange(Find("link a security over 1 weeks by id", "ranks only").Success, 0.95, 1);
        Assert.InRange(Find("link a security over 1 weeks by row order", "ranks only").Success, 0.3, 1);
    }

    [Fact]
    public void Mixing_makes_a_raw_column_harder_to_see_in_any_single_published_one()
    {
        const string attack = "raw column by best correlation, identities known";
        Assert.True(Find(attack, "not mixed").Success > 0.9);
        Assert.True(Find(attack, "mixed in groups of 5").Success < 0.85);
    }

    [Fact]
    public void Links_by_features_fade_with_the_weeks()
    {
        double Link(int weeks) => Find($"link a security over {weeks} weeks by nearest features", "not mixed").Success;
        Assert.True(Link(52) < Link(1));
    }

    [Fact]
    public void Without_mixing_whoever_knows_the_date_names_every_row_and_with_it_hardly_any()
    {
        const string profiles = "security of a row through the columns so named, date known";
        Assert.True(Find(profiles, "not mixed").Success > 0.6);
        Assert.All(Results.Value.Where(r => r.Defence == "mixed in groups of 5"
            && r.Attack.StartsWith("security of a row", StringComparison.Ordinal)),
            r => Assert.InRange(r.Success, 0, 0.15));
    }

    /// <summary>Prints the table of docs/obfuscation.md. Explicit: takes a minute on two cores.</summary>
    [Fact(Explicit = true)]
    public void The_table_for_the_real_panel()
    {
        foreach (var group in ObfuscationAudit.Run(PanelFolder.Load(RealPanel.Folder()), ObfuscationKey.ForDemonstration(1), [0, 5, 25])
            .GroupBy(r => r.Attack))
        {
            var cells = string.Join(" | ", group.Select(r => $"{r.Defence}: {r.Success:F3}"));
            TestContext.Current.TestOutputHelper!.WriteLine($"{group.Key} (chance {group.Last().Chance:F3}) | {cells}");
        }
    }

    private static AttackResult Find(string attack, string defence) =>
        Results.Value.Single(r => r.Attack == attack && r.Defence == defence);
}
