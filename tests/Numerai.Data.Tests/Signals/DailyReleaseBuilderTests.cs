using System.Globalization;
using Numerai.Data.Panels;
using Numerai.Data.Parquet;
using Numerai.Data.Signals;
using Numerai.Data.Tables;
using Numerai.Data.Targets;

namespace Numerai.Data.Tests.Signals;

public sealed class DailyReleaseBuilderTests(DailyReleaseBuilderTests.Built built) : IClassFixture<DailyReleaseBuilderTests.Built>
{
    private const int Rounds = 3;
    private const int Days = 4;

    [Fact]
    public void A_day_has_aligned_files_whose_neutralizers_are_orthonormal_under_the_weights()
    {
        foreach (var round in built.Release.Rounds)
        {
            var files = built.Release.FilesOf(round).Select(name => ParquetFile.Read(built.Release.LiveFile(round, name))).ToList();
            Assert.All(files, file => Assert.Equal(files[0].Values<string>("numerai_ticker"), file.Values<string>("numerai_ticker")));
            var weights = files[2].Doubles("sample_weight");
            Assert.Equal(1, weights.Average(), 1e-9);
            var columns = files[1].Columns.Skip(1).Select(column => files[1].Doubles(column.Name)).ToList();
            for (var left = 0; left < columns.Count; left++)
            {
                for (var right = 0; right < columns.Count; right++)
                {
                    var product = Enumerable.Range(0, weights.Length).Sum(row => columns[left][row] * columns[right][row] * weights[row]);
                    Assert.Equal(left == right ? 1 : 0, product, 1e-12);
                }
            }
        }
    }

    [Fact]
    public void Targets_of_every_day_lie_in_five_bins_and_the_paying_one_is_free_of_the_neutralizers()
    {
        var round = built.Release.Rounds[0];
        for (var day = 1; day <= Days; day++)
        {
            var targets = ParquetFile.Read(built.Release.TargetFile(round, day));
            Assert.Equal(
                TargetMark.Of(11, round.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day), TargetMark.In(targets.Metadata));
            string[] names = ["target", "target_factor_feat_neutral", "target_factor_neutral", "target_raw_return"];
            Assert.Equal(names, targets.Columns.Skip(1).Select(column => column.Name));
            Assert.All(
                names, name => Assert.Subset(new HashSet<float> { 0, 0.25f, 0.5f, 0.75f, 1 }, targets.Values<float>(name).ToHashSet()));
        }
    }

    [Fact]
    public void Rounds_follow_each_other_by_trading_days_and_open_the_day_after()
    {
        var rounds = built.Release.Rounds;
        Assert.Equal(Rounds, rounds.Count);
        Assert.Equal([1, 2, 3], rounds.Select(round => round.Number));
        Assert.All(rounds, round => Assert.Equal(round.Date.AddDays(1), DateOnly.FromDateTime(round.OpensAt.UtcDateTime)));
        Assert.All(rounds, round => Assert.Equal(Days, round.ScoringDates.Count));
        Assert.All(rounds, round => Assert.True(round.ScoringDates[0] > DateOnly.FromDateTime(round.ClosesAt.UtcDateTime)));
        Assert.Equal(rounds[0].Date, DailyRelease.Open(built.Release.Folder).Rounds[0].Date);
    }

    [Fact]
    public void A_day_is_made_of_nothing_that_came_after_its_close()
    {
        var round = built.Release.Rounds[0];
        using var folder = new TemporaryFolder();
        var other = DailyReleaseBuilder.Build(built.Options with { HistoryWeeks = 0 }, AnotherFuture(built.Panel, round.Day), folder.Path);
        foreach (var name in built.Release.FilesOf(round))
        {
            Same(ParquetFile.Read(built.Release.LiveFile(round, name)), ParquetFile.Read(other.LiveFile(other.Rounds[0], name)));
        }
    }

    [Fact]
    public void History_ends_where_its_targets_were_known_when_the_first_round_opened()
    {
        var dates = ParquetFile.Read(Path.Combine(built.Release.PublicFolder, "validation.parquet"), ["date"]).Values<DateOnly>("date");
        var first = built.Release.Rounds[0];
        Assert.True(dates.Max() <= built.Panel.Dates[first.Day - Days - 2]);
        Assert.Equal(5, dates.Distinct().Count());
    }

    [Fact]
    public void A_panel_that_is_too_short_or_too_narrow_is_refused()
    {
        using var folder = new TemporaryFolder();
        var shortened = Assert.Throws<DataFormatException>(
            () => DailyReleaseBuilder.Build(built.Options, built.Panel.Until(5), folder.Path));
        Assert.Equal(DataErrorCodes.PanelTooShort, shortened.Code);
        var narrow = Assert.Throws<DataFormatException>(() => DailyReleaseBuilder.Build(built.Options, SmallMarket.Panel, folder.Path));
        Assert.Equal(DataErrorCodes.PanelTooNarrow, narrow.Code);
        Assert.Equal(
            DataErrorCodes.ReleaseExists,
            Assert.Throws<DataFormatException>(() => DailyReleaseBuilder.Build(built.Options, built.Panel, built.Release.Folder)).Code);
    }

    [Fact]
    public void A_single_day_is_made_at_its_close_as_it_is_in_a_whole_release()
    {
        var round = built.Release.Rounds[1];
        using var folder = new TemporaryFolder();
        var evening = new DailyFiles(built.Options, built.Panel.Until(round.Day));
        var universe = evening.Universe(evening.DayOf(round.Date));
        var written = evening.WriteUniverse(folder.Path, universe);

        Assert.Equal(built.Release.FilesOf(round), written.Select(Path.GetFileName));
        Assert.All(written, path => Same(ParquetFile.Read(built.Release.LiveFile(round, Path.GetFileName(path))), ParquetFile.Read(path)));
        Assert.Equal(
            DataErrorCodes.ReleaseExists, Assert.Throws<DataFormatException>(() => evening.WriteUniverse(folder.Path, universe)).Code);
        var early = Assert.Throws<DataFormatException>(() => evening.WriteTargets(folder.Path, universe, 1));
        Assert.Equal(DataErrorCodes.PanelTooShort, early.Code);
        Assert.Contains("3 trading days too soon", early.Message, StringComparison.Ordinal);
        Assert.Equal(
            DataErrorCodes.PanelDates,
            Assert.Throws<DataFormatException>(() => evening.DayOf(built.Panel.Dates[round.Day + 1])).Code);

        var later = new DailyFiles(built.Options, built.Panel.Until(round.Day + 3));
        Same(ParquetFile.Read(built.Release.TargetFile(round, 1)), ParquetFile.Read(later.WriteTargets(folder.Path, universe, 1)));
    }

    private static void Same(Table left, Table right)
    {
        Assert.Equal(left.Columns.Select(column => column.Name), right.Columns.Select(column => column.Name));
        foreach (var column in left.Columns.Where(column => column.Type is not (ColumnType.Text or ColumnType.Date)))
        {
            Assert.Equal(left.Doubles(column.Name), right.Doubles(column.Name));
        }

        Assert.Equal(left.Values<string>("numerai_ticker"), right.Values<string>("numerai_ticker"));
    }

    /// <summary>The panel with every close and volume after a day changed.</summary>
    private static PricePanel AnotherFuture(PricePanel panel, int lastDay)
    {
        var days = panel.Dates.Count;
        var (close, volume) = (new double[days * panel.Securities.Count], new double[days * panel.Securities.Count]);
        for (var cell = 0; cell < close.Length; cell++)
        {
            var (security, day) = (cell / days, cell % days);
            close[cell] = day > lastDay ? 1 + (((security * 37) + (day * 11)) % 100) : panel.Close(security)[day];
            volume[cell] = day > lastDay ? ((security * 13) + (day * 7)) % 1000 : panel.DollarVolume(security)[day];
        }

        return new PricePanel(panel.Dates, panel.Securities, panel.Sectors, close, volume);
    }

    /// <summary>A small release, built once.</summary>
    public sealed class Built : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Built()
        {
            Panel = SyntheticMarket.Create(new SyntheticMarketOptions { Securities = 140, Years = 2.6, Seed = 5 });
            Release = DailyReleaseBuilder.Build(Options, Panel, Path.Combine(_folder.Path, "release"));
        }

        public DailyReleaseOptions Options { get; } = new()
        {
            Tournament = 11,
            Version = "signals/v2.1",
            KeyColumn = "numerai_ticker",
            Portfolio = true,
            Rounds = Rounds,
            ScoringDays = Days,
            HistoryWeeks = 5,
        };

        public PricePanel Panel { get; }

        public DailyRelease Release { get; }

        public void Dispose() => _folder.Dispose();
    }
}
