using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Numerai.Storage;
using Numerai.Tournament.Actors;
using Numerai.Tournament.Actors.Clocks;
using Numerai.Tournament.Agreements.Feeds;
using Numerai.Tournament.Ledger.Audit;
using Numerai.Tournament.Ledger.Audit.Reconciling;
using Numerai.Tournament.Rounds.Submissions;
using Numerai.Verification.Exports;
using Numerai.Web.Accounts;
using Numerai.Web.Agreements;
using Numerai.Web.Authentication;
using Numerai.Web.Datasets;
using Numerai.Web.Diagnostics;
using Numerai.Web.Events;
using Numerai.Web.Governance;
using Numerai.Web.GraphQl;
using Numerai.Web.Http;
using Numerai.Web.Leaderboards;
using Numerai.Web.Ledger;
using Numerai.Web.Models;
using Numerai.Web.Operators;
using Numerai.Web.Pages;
using Numerai.Web.Proofs;
using Numerai.Web.Reads;
using Numerai.Web.Reconciliation;
using Numerai.Web.Rounds;
using Numerai.Web.Scores;
using Numerai.Web.Stakes;
using Numerai.Web.Standings;
using Numerai.Web.Submissions;
using Numerai.Web.Universes;
using Numerai.Web.Uploads;
using Numerai.Web.Webhooks;
using Scalar.AspNetCore;

namespace Numerai.Web.Hosting;

/// <summary>Everything the platform answers over HTTP, for whichever host is behind it.</summary>
public static class WebApi
{
    public const string Root = "/api/v1";

    /// <param name="services">With the host's <see cref="IActors"/>.</param>
    /// <param name="stores">What is served.</param>
    /// <param name="time">The tournament's time.</param>
    public static IServiceCollection AddWebApi(
        this IServiceCollection services, WebServerOptions options, ServerSecrets secrets, TournamentStores stores, TournamentTime time)
    {
        services.AddSingleton(options).AddSingleton(secrets).AddSingleton(time).TryAddSingleton(TimeProvider.System);

        // Our own services endure (EnduringService); one of a library's that fails is logged by the host and must not take the server with
        // it.
        services.Configure<HostOptions>(host => host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
        services.AddSingleton(stores.ReadModel).AddSingleton(stores.Submissions).AddSingleton(stores.Uploads).AddSingleton(stores.Datasets);
        services.AddSingleton(stores.Objects).AddSingleton(stores.Webhooks).AddSingleton(stores.Results);
        services.AddSingleton(stores.Events).AddSingleton(stores.Publisher);
        services.AddSingleton<ModelLookup>().AddSingleton<UploadTokens>().AddSingleton<ConservationCheck>().AddSingleton<FeedReveals>();
        services.AddOnTournamentTime<SubmissionService>().AddOnTournamentTime<PublishedDatasets>().AddOnTournamentTime<LapsedHolds>();
        services.AddSingleton<PublishedRelease>().AddSingleton<DiagnosticsService>().AddSingleton<DiagnosticsQueue>()
            .AddHostedService(provider => provider.GetRequiredService<DiagnosticsQueue>());
        services.AddSingleton<StandingsCache>();
        services.AddSingleton<ReadPositions>().AddSingleton<CommandPositions>();
        services.AddSingleton<Reconciler>().AddSingleton<ReconciliationService>().AddHostedService<ReconciliationJob>();
        services.AddSingleton<WebhookSecrets>().AddSingleton<WebhookSender>().AddSingleton<WebhookMessages>()
            .AddSingleton<WebhookDispatcher>()
            .AddHostedService(provider => provider.GetRequiredService<WebhookDispatcher>());
        services.AddSingleton<StoreExportSource>();
        services.AddSingleton<ChainProofs>();
        services.AddGraphQl(options);
        services.AddSitePages();
        services.AddHostedService<UploadSweep>();
        services.AddTokenAuthentication();
        services.TryAddSingleton(PassingFaults.OfDatabase);
        services.AddExceptionHandler<FaultHandler>();
        services.AddApiDescription();
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.Configure<JsonOptions>(json => ApiJson.Configure(json.SerializerOptions));
        return options.RateLimits is { } limits ? services.AddRateLimits(limits) : services;
    }

    /// <summary>A service of the domain, which takes any clock: it gets the tournament's.</summary>
    private static IServiceCollection AddOnTournamentTime<TService>(this IServiceCollection services)
        where TService : class => services.AddSingleton(provider =>
            ActivatorUtilities.CreateInstance<TService>(provider, provider.GetRequiredService<TournamentTime>()));

    public static void MapWebApi(this WebApplication app, WebServerOptions options)
    {
        app.UseExceptionHandler(static _ => { });
        app.UseStatusCodePages(context => EmptyAnswers.DescribeAsync(context.HttpContext));
        app.UseRouting();
        app.UseAddressRules();
        app.UseRequestTimeouts();
        app.UseAuthentication();
        if (options.RateLimits is not null)
        {
            app.UseRateLimiter();
        }

        app.UseAuthorization();
        app.UseReadYourWrites();
        app.UseOutputCache();
        app.MapHealth();
        app.MapOpenApi($"/openapi/{ApiDescription.DocumentName}.json");
        app.MapScalarApiReference("/docs");
        app.MapUploads();
        app.MapDatasetFiles();
        app.MapEvents();
        app.MapGraphQl();
        app.MapSitePages();
        MapApi(app.MapGroup(Root).ReadsTables());
    }

    private static void MapApi(RouteGroupBuilder api)
    {
        api.MapAccounts();
        api.MapWebhooks();
        api.MapModels();
        api.MapDatasets();
        api.MapDatasetFiles();
        api.MapUploads();
        api.MapSubmissions();
        api.MapDiagnostics();
        api.MapRounds();
        api.MapUniverses();
        api.MapScores();
        api.MapStakes();
        api.MapPortfolios();
        api.MapLeaderboard();
        api.MapStandings();
        api.MapLedger();
        api.MapGovernance();
        api.MapAgreements();
        api.MapEscrows();
        api.MapFeeds();
        api.MapProofs();
        api.MapEvents();
        api.MapOperator();
    }
}
