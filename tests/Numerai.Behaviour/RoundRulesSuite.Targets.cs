using System.Text;
using Numerai.Contracts;
using Numerai.Data.Parquet;
using Numerai.Data.Tables;
using Numerai.Data.Targets;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Rounds;
using static Numerai.Behaviour.TinyTournament;

namespace Numerai.Behaviour;

/// <content>When a day's target is taken, and which.</content>
public abstract partial class RoundRulesSuite
{
    [Fact]
    public async Task A_target_is_refused_before_its_day_is_due_unless_it_is_published_early()
    {
        await ClosedAsync();
        var calendar = (await Host.Actors.Round(Round(1)).GetAsync()).Require().Calendar;

        var refused = await Played.PublishTargetAsync(1, 1, early: false);

        Assert.Equal(RefusalCodes.TargetNotDue, refused.Refusal?.Code);
        Assert.Contains(
            $"day 1, is due at {calendar.FirstScore.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}",
            refused.Refusal!.Message,
            StringComparison.Ordinal);
        await Host.AdvanceToAsync(calendar.FirstScore);
        Assert.Equal(1, (await Played.PublishTargetAsync(1, 1, early: false)).Require().ScoredDay);
        Assert.Equal(RefusalCodes.TargetNotDue, (await Played.PublishTargetAsync(1, 2, early: false)).Refusal?.Code);
        Assert.Equal(2, (await Played.PublishTargetAsync(1, 2, early: true)).Require().ScoredDay);

        // A command that comes twice is answered, whenever its day is due.
        Assert.Equal(2, (await Played.PublishTargetAsync(1, 2, early: false)).Require().ScoredDay);
    }

    [Fact]
    public async Task Days_keep_their_order_even_when_they_are_published_early()
    {
        await ClosedAsync();

        Assert.Equal(RefusalCodes.TargetDayOutOfOrder, (await Played.PublishTargetAsync(1, 2, early: true)).Refusal?.Code);
        Assert.Equal(RefusalCodes.TargetDayOutOfOrder, (await Played.PublishTargetAsync(1, 0, early: true)).Refusal?.Code);
    }

    [Fact]
    public async Task A_file_that_says_it_is_of_another_day_is_refused_also_early()
    {
        await ClosedAsync();
        foreach (var mark in new[] { new TargetMark("8", "1", "2"), new TargetMark("11", "1", "1"), new TargetMark("8", "1", "") })
        {
            var refused = await PublishAsync(1, Marked(1, mark), early: true);

            Assert.Equal(RefusalCodes.TargetOfAnotherDay, refused.Refusal?.Code);
            Assert.Contains("published for tournament 8, round 1, day 1", refused.Refusal!.Message, StringComparison.Ordinal);
        }

        Assert.Equal(1, (await PublishAsync(1, Marked(1, TargetMark.Of(8, "1", 1)), early: true)).Require().ScoredDay);
    }

    [Fact]
    public async Task A_file_that_is_another_days_is_refused_unless_it_says_its_day_or_is_published_early()
    {
        await ClosedAsync();
        var times = (await Host.Actors.Round(Round(1)).GetAsync()).Require().Calendar.ScoringTimes;
        await Host.AdvanceToAsync(times[1]);
        var first = Encoding.UTF8.GetBytes(Target(1, 1));
        (await PublishAsync(1, first, early: false)).Require();

        var refused = await PublishAsync(2, first, early: false);

        Assert.Equal(RefusalCodes.TargetOfAnotherDay, refused.Refusal?.Code);
        Assert.Contains("day 2, is the same as that of day 1", refused.Refusal!.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await PublishAsync(2, Marked(1, TargetMark.Of(8, "1", 2)), early: false)).Require().ScoredDay);
    }

    [Fact]
    public async Task Two_days_that_really_are_alike_are_both_taken_early()
    {
        await ClosedAsync();
        var alike = Encoding.UTF8.GetBytes(Target(1, 1));

        (await PublishAsync(1, alike, early: true)).Require();

        Assert.Equal(2, (await PublishAsync(2, alike, early: true)).Require().ScoredDay);
    }

    private async Task ClosedAsync()
    {
        await Played.OpenAsync(1);
        await SubmitAllAsync(1);
        await CloseAsync(1);
    }

    private async Task<Outcome<RoundView>> PublishAsync(int day, byte[] content, bool early)
    {
        var name = $"incoming/{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content))}/day-{day}";
        var target = new PublishTarget(day, await Host.Objects.PutAsync(name, content), early);
        return await Host.Actors.FinishAsync(Round(1), round => round.PublishTargetAsync(target));
    }

    /// <summary>The target of a day as a file that says what it is of.</summary>
    private static byte[] Marked(int day, TargetMark mark)
    {
        var lines = Target(1, day).TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(',')).ToList();
        using var content = new MemoryStream();
        ParquetFile.Write(
            content,
            new Table(
            [
                new TableColumn<string>("id", [.. lines.Select(cells => cells[0])]),
                new TableColumn<double>(
                    "target", [.. lines.Select(cells => double.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture))]),
            ]),
            new ParquetWriteOptions { Metadata = mark.ToMetadata() });
        return content.ToArray();
    }
}
