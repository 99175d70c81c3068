using Microsoft.Playwright;

// Before any test: Playwright changes the console's encoding when it starts, which waits for ever when a server of a test writes its log at
// that moment.
[assembly: AssemblyFixture(typeof(Numerai.Web.Tests.Pages.Browser))]

namespace Numerai.Web.Tests.Pages;

/// <summary>A real Chromium; without one, tests are skipped and say how to get it.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] _names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private static readonly string[] _arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    /// <summary>A busy machine may take its time over a page.</summary>
    private const float Patience = 30_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string _missing = "there is none in the PATH";

    public async ValueTask InitializeAsync()
    {
        if (Find() is not { } path)
        {
            return;
        }

        try
        {
            Assertions.SetDefaultExpectTimeout(Patience);
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = _arguments });
        }
        catch (PlaywrightException fault)
        {
            _missing = $"{path} does not start: {fault.Message}";
        }
    }

    /// <summary>A page of its own in a window of that width.</summary>
    public async Task<IPage> OpenAsync(Uri server, int width, ColorScheme scheme = ColorScheme.Light)
    {
        Assert.SkipWhen(
            _browser is null, $"No Chromium ({_missing}): install it (Debian: apt-get install chromium) or name one in NUMERAI_CHROMIUM.");
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = server.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static string? Find() =>
        Environment.GetEnvironmentVariable("NUMERAI_CHROMIUM") is { Length: > 0 } named
            ? named
            : (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
                .SelectMany(folder => _names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
