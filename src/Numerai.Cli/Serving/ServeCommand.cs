using System.CommandLine;
using System.Globalization;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;
using Numerai.Cli.CommandLine;
using Numerai.Silo.Hosting;
using Numerai.Web.Hosting;
using Orleans.Runtime.MembershipService;

namespace Numerai.Cli.Serving;

/// <summary>The server: a silo of one on a data folder, or with a database a member of a cluster.</summary>
internal sealed class ServeCommand : CliCommand
{
    private readonly Option<string?> _data = new("--data")
    {
        Description = "Folder of the database and files; numerai-data unless set.",
        HelpName = "FOLDER",
    };

    private readonly Option<string?> _listen = new("--listen")
    {
        Description = $"Address to listen on; port 0 takes a free one, {WebServerOptions.DefaultUrl} unless set.",
        HelpName = "URL",
    };

    private readonly Option<string?> _publicUrl = new("--public-url")
    {
        Description = "Address participants use, when a proxy stands in front.",
        HelpName = "URL",
    };

    private readonly Option<string?> _postgreSql = new("--postgresql")
    {
        Description = "Database of a cluster, which this server joins; its secret is in Silo__Secret. "
            + "Others see the command line: Silo__PostgreSql says the same unseen.",
        HelpName = "CONNECTION",
    };

    private readonly Option<bool> _closed = new("--closed-registration") { Description = "Only the operator makes accounts." };

    private readonly Option<string?> _virtualClock = new("--virtual-clock")
    {
        Description = "Run on a clock that starts here and is moved by hand; the folder stays on it.",
        HelpName = "TIME",
    };

    private readonly Option<bool> _unlimited = new("--no-rate-limits") { Description = "Take any number of requests." };
    private readonly Option<bool> _privateWebhooks = new("--allow-private-webhooks")
    {
        Description = "Webhooks may lead to this machine and to private networks.",
    };
    private readonly Option<bool> _privateFeeds = new("--allow-private-feeds")
    {
        Description = "Feeds may be on this machine's web servers and in private networks.",
    };

    private readonly Option<string?> _feedCredentials = new("--feed-credentials")
    {
        Description = "File (mode 600) of headers that open feeds: {\"ADDRESS\": {\"HEADER\": \"VALUE\"}}.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _verbose = new("--verbose") { Description = "Log more than warnings." };
    private readonly Option<bool> _jsonLogs = new("--json-logs") { Description = "One JSON object per log line." };

    public ServeCommand()
        : base("serve", "Run a tournament server until it is asked to stop: a silo of one, or a member of a cluster.")
    {
        foreach (var option in new Option[]
        {
            _data, _listen, _publicUrl, _postgreSql, _closed, _virtualClock, _unlimited, _privateWebhooks, _privateFeeds, _feedCredentials,
            _verbose, _jsonLogs,
        })
        {
            Options.Add(option);
        }
    }

    protected override async Task<int> RunAsync(CommandContext context)
    {
        if (!TryReadClock(context.Get(_virtualClock), out var clock))
        {
            await Console.Error.WriteLineAsync("usage: --virtual-clock takes a time such as 2026-01-02T03:04:05Z.");
            return ExitCodes.Usage;
        }

        var (settings, misread) = SiloConfiguration.Read();
        settings = Change(settings, context, clock);
        var wrong = misread.Concat(misread.Count > 0 ? [] : SiloSettingsCheck.Check(settings)).ToList();
        foreach (var sentence in wrong)
        {
            await SayAsync("invalid_options", sentence);
        }

        if (wrong.Count > 0)
        {
            return ExitCodes.Usage;
        }

        NumeraiCommandLine.LastResort.Folder = settings.DataFolder;
        try
        {
            await SiloHost.RunAsync(settings, Console.Out, context.Cancellation);
            return ExitCodes.Done;
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            await SayAsync("address_in_use", $"Another process listens on {settings.Url}; stop it, or choose another port with --listen.");
        }

        catch (OrleansClusterConnectivityCheckFailedException refused)
        {
            await SayAsync("cluster_not_joined", $"{refused.Message} The warnings above say of each silo why; "
                + "give all silos of a cluster the same Silo:Secret and Silo:ClusterId.");
        }

        return ExitCodes.Refused;
    }

    /// <summary>What the command line says goes before what files and the environment say.</summary>
    private SiloSettings Change(SiloSettings settings, CommandContext context, DateTimeOffset? clock) => settings with
    {
        DataFolder = context.Get(_data) ?? settings.DataFolder,
        Url = context.Get(_listen) ?? settings.Url,
        PublicUrl = context.Get(_publicUrl) ?? settings.PublicUrl,
        PostgreSql = context.Get(_postgreSql) ?? settings.PostgreSql,
        OpenRegistration = settings.OpenRegistration && !context.Get(_closed),
        AllowPrivateWebhooks = settings.AllowPrivateWebhooks || context.Get(_privateWebhooks),
        AllowPrivateFeeds = settings.AllowPrivateFeeds || context.Get(_privateFeeds),
        FeedCredentials = context.Get(_feedCredentials) ?? settings.FeedCredentials,
        VirtualClock = clock ?? settings.VirtualClock,
        RateLimits = settings.RateLimits && !context.Get(_unlimited),
        LogLevel = context.Get(_verbose) ? LogLevel.Information : settings.LogLevel,
        JsonLogs = settings.JsonLogs || context.Get(_jsonLogs),
    };

    private static bool TryReadClock(string? text, out DateTimeOffset? clock)
    {
        clock = null;
        if (text is null)
        {
            return true;
        }

        var understood = DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time);
        clock = time;
        return understood;
    }
}
