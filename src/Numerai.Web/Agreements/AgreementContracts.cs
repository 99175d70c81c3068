using Numerai.Contracts;
using Numerai.Tournament.Agreements;
using Numerai.Tournament.Standings.Rows;
using Numerai.Web.Accounts;

namespace Numerai.Web.Agreements;

/// <param name="Staker">Id or username; the caller is this or the counterparty.</param>
/// <param name="Ratio">Only with the ratio type "decimal".</param>
/// <param name="Countdown">Days.hours:minutes:seconds, such as "7.00:00:00"; only with the type "countdown".</param>
/// <param name="Metadata">SHA-256 of the text that says what is agreed on.</param>
/// <param name="CommandId">The same id again gives the same agreement.</param>
internal sealed record CreateAgreementRequest(
    AgreementType Type,
    string Staker,
    string Counterparty,
    GriefRatioType RatioType,
    string Metadata,
    string CommandId,
    decimal? Ratio = null,
    TimeSpan? Countdown = null)
{
    public AgreementTerms Terms => new(
        Type, AccountLookup.Read(Staker), AccountLookup.Read(Counterparty), new GriefRatio(RatioType, Ratio ?? 0), Countdown, Metadata);
}

/// <param name="Amount">For deposit, reward, release and punish.</param>
/// <param name="CommandId">The same id again changes nothing.</param>
internal sealed record AgreementActionRequest(AgreementAction Action, string CommandId, string? Amount = null);

internal sealed record AgreementResponse(
    AgreementId Id,
    AgreementType Type,
    AgreementPhase Phase,
    AccountId Staker,
    AccountId Counterparty,
    GriefRatioType RatioType,
    decimal Ratio,
    TimeSpan? Countdown,
    DateTimeOffset? Deadline,
    Nmr Stake,
    Nmr Burned,
    string Metadata,
    DateTimeOffset Created,
    bool Moving,
    LedgerHead LedgerHead)
{
    public static AgreementResponse Of(AgreementView view) => new(
        view.Id,
        view.Terms.Type,
        view.Phase,
        view.Terms.Staker,
        view.Terms.Counterparty,
        view.Terms.Ratio.Type,
        view.Terms.Ratio.Value,
        view.Terms.Countdown,
        view.Deadline,
        view.Stake,
        view.Burned,
        view.Terms.Metadata,
        view.Created,
        view.Moving,
        view.LedgerHead);
}

/// <summary>An entry of the registry.</summary>
/// <param name="Kind">"simple", "countdown", "escrow" or "feed".</param>
/// <param name="Staker">Staker, seller or author.</param>
/// <param name="Phase">In snake case, such as "counting_down".</param>
internal sealed record AgreementEntryResponse(
    AgreementId Id,
    string Kind,
    string Phase,
    AccountId Staker,
    AccountId? Counterparty,
    Nmr Stake,
    Nmr Payment,
    DateTimeOffset? Deadline,
    string Metadata,
    DateTimeOffset Created)
{
    public static AgreementEntryResponse Of(AgreementRow row, DateTimeOffset now) => new(
        row.Id,
        row.Kind,
        System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(row.PhaseAt(now)),
        row.Staker,
        row.Counterparty,
        row.Stake,
        row.Payment,
        row.Deadline,
        row.Metadata,
        row.Created);
}
