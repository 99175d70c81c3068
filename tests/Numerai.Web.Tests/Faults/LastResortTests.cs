using Numerai.Tournament.Actors.Clocks;
using Numerai.Web.Faults;

namespace Numerai.Web.Tests.Faults;

/// <summary>What comes of a fault that nobody expected.</summary>
public sealed class LastResortTests : IDisposable
{
    private const string Secret = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private readonly string _folder = Directory.CreateTempSubdirectory("numerai-fault-").FullName;
    private readonly StringWriter _error = new();
    private readonly LastResort _lastResort;

    public LastResortTests() =>
        _lastResort = new LastResort("numerai", _error, new VirtualClock(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)))
        {
            Folder = _folder,
            Doing = "numerai serve",
        };

    private string Report => Assert.Single(Directory.GetFiles(_folder));

    [Fact]
    public async Task It_becomes_a_code_a_sentence_a_report_and_an_exit_code()
    {
        var exitCode = await _lastResort.RunAsync(() => throw new ArithmeticException("Index was outside the bounds.\nMore."));

        Assert.Equal(LastResort.ExitCode, exitCode);
        Assert.Matches(@"^unexpected_error: .+ \(ArithmeticException: Index was outside the bounds\); .+\.\r?\n$", _error.ToString());
        Assert.Contains(Report, _error.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("numerai-fault-20260102T030405Z-", Path.GetFileName(Report), StringComparison.Ordinal);
        var report = await File.ReadAllTextAsync(Report, TestContext.Current.CancellationToken);
        Assert.Contains("doing    numerai serve", report, StringComparison.Ordinal);
        Assert.Contains(nameof(It_becomes_a_code_a_sentence_a_report_and_an_exit_code), report, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Report));
        }
    }

    [Theory]
    [InlineData($"Token ABCDEFGHIJKLMNOPQRSTUVWXYZ234567${Secret}")]
    [InlineData("Host=db;Username=numerai;Password=hunter2;Database=numerai")]
    [InlineData("""{"publicId": "A", "secretKey": "hunter2"}""")]
    [InlineData("cannot read https://feed:hunter2@prices.example.org/daily")]
    [InlineData("Authorization: Basic hunter2")]
    [InlineData("Silo__Secret=hunter2")]
    public async Task Neither_the_sentence_nor_the_report_tells_a_secret(string message)
    {
        await _lastResort.RunAsync(() => throw new InvalidOperationException("outer " + message, new InvalidOperationException(message)));

        var told = _error + await File.ReadAllTextAsync(Report, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("hunter2", told, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, told, StringComparison.Ordinal);
        Assert.Contains("***", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_its_folder_the_report_goes_to_the_systems()
    {
        _lastResort.Folder = Path.Combine(_folder, "gone");

        _lastResort.Tell(new InvalidOperationException("It broke."));

        var path = _error.ToString().Split("the report ")[1].Split(" says")[0];
        Assert.Equal(Path.GetFullPath(Path.GetTempPath()), Path.GetDirectoryName(path) + Path.DirectorySeparatorChar);
        File.Delete(path);
    }

    [Fact]
    public void Background_faults_are_told_a_few_times_and_cancellations_never()
    {
        _lastResort.TellInBackground(new AggregateException(new OperationCanceledException()));
        Assert.Empty(_error.ToString());

        for (var fault = 0; fault < 100; fault++)
        {
            _lastResort.TellInBackground(new AggregateException(new TimeoutException("It took too long.")));
        }

        Assert.InRange(Directory.GetFiles(_folder).Length, 1, 10);
        Assert.Contains("TimeoutException", _error.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _error.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
