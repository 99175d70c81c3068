using Numerai.Storage.Feeds;
using Numerai.Web.Hosting;

namespace Numerai.Silo.Hosting;

/// <summary>
/// What a server is started with: the section "Silo" of appsettings.json beside the program, then environment variables such as
/// Silo__PostgreSql, then the options of `numerai serve`. With a database it is a member of a cluster, without one a silo of one on its
/// data folder.
/// </summary>
public sealed record SiloSettings
{
    public const string Section = "Silo";

    /// <summary>What the silo is part of, which follows from whether it has a database.</summary>
    public SiloMode Mode => PostgreSql is null ? SiloMode.Local : SiloMode.Cluster;

    /// <summary>
    /// Silos with the same cluster id find each other. It is new for every deployment that must not mix with the one before.
    /// </summary>
    public string ClusterId { get; set; } = "numerai";

    /// <summary>Whose reminders these are; stays the same over all deployments.</summary>
    public string ServiceId { get; set; } = "numerai";

    /// <summary>Connection string of the cluster's database; null for a silo of one.</summary>
    public string? PostgreSql { get; set; }

    /// <summary>How long a silo that starts waits for a database that does not answer yet.</summary>
    public TimeSpan DatabasePatience { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>A silo of one: the database and files. In a cluster: this silo's copies of files, which may be lost.</summary>
    public string DataFolder { get; set; } = "numerai-data";

    /// <summary>
    /// 64 hexadecimal characters, the same on every silo of a cluster: API keys and upload addresses are checked with it. A silo of one
    /// keeps its own.
    /// </summary>
    public string? Secret { get; set; }

    /// <summary>Where other silos reach this one; null takes the machine's own address.</summary>
    public string? AdvertisedAddress { get; set; }

    /// <summary>For other silos; 0 takes a free one.</summary>
    public int SiloPort { get; set; } = 11111;

    /// <summary>This silo's certificate for TLS between silos: a PEM file, or a PKCS #12 file with its key; null for no TLS.</summary>
    public string? TlsCertificate { get; set; }

    /// <summary>The PEM file of the certificate's key.</summary>
    public string? TlsKey { get; set; }

    /// <summary>Opens the key, when it is locked.</summary>
    public string? TlsPassword { get; set; }

    /// <summary>A PEM file with the authority that issues the silos' certificates; whoever shows another one is refused.</summary>
    public string? TlsAuthority { get; set; }

    /// <summary>Where the web API listens; port 0 takes a free one.</summary>
    public string Url { get; set; } = WebServerOptions.DefaultUrl;

    /// <summary>The address participants use, when it is another one; upload addresses start with it.</summary>
    public string? PublicUrl { get; set; }

    public bool OpenRegistration { get; set; } = true;

    /// <summary>Whether webhooks may lead to this machine and to private networks.</summary>
    public bool AllowPrivateWebhooks { get; set; }

    /// <summary>Whether feeds may be on this machine's web servers and in private networks.</summary>
    public bool AllowPrivateFeeds { get; set; }

    /// <summary>File of headers that open feeds, which only its owner can read; null for none.</summary>
    public string? FeedCredentials { get; set; }

    /// <summary>A feed that sends less than 16 KiB in so long is given up.</summary>
    public TimeSpan FeedStall { get; set; } = new FeedOptions().Stall;

    /// <summary>A file of a feed that takes longer than this is given up.</summary>
    public TimeSpan FeedTotal { get; set; } = new FeedOptions().Total;

    /// <summary>Whether requests are limited.</summary>
    public bool RateLimits { get; set; } = true;

    /// <summary>To how many. A copy of the default, since settings are read into it.</summary>
    public RateLimits Limits { get; set; } = Web.Hosting.RateLimits.Default with { };

    /// <summary>How long one GraphQL request may take, from its first byte to its answer.</summary>
    public TimeSpan GraphQlDeadline { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether /dashboard shows silos and grains to the operator.</summary>
    public bool Dashboard { get; set; } = true;

    /// <summary>Where traces and metrics go over OTLP, such as http://collector:4317; null for nowhere.</summary>
    public string? OtlpEndpoint { get; set; }

    /// <summary>Requests and turns under way may take this long when the silo is asked to stop.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How old the newest checkpoint over the books may become.</summary>
    public TimeSpan CheckpointInterval { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Points of sweeps that this silo plays at once, each on one processor; one processor is left to the tournament.</summary>
    public int SimulationsAtOnce { get; set; } = Math.Max(1, Environment.ProcessorCount - 1);

    /// <summary>
    /// The time a virtual clock starts at, for a silo of one; null for real time. A clock that was further at the last run stays there.
    /// </summary>
    public DateTimeOffset? VirtualClock { get; set; }

    /// <summary>How often due rounds are looked for on real time.</summary>
    public TimeSpan TickEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The least grave lines that are logged.</summary>
    public LogLevel LogLevel { get; set; } = LogLevel.Warning;

    /// <summary>One JSON object per log line instead of text.</summary>
    public bool JsonLogs { get; set; }

    /// <summary>Where the file with the process's addresses goes; null for none.</summary>
    public string? StatusFile { get; set; }
}
