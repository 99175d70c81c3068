using System.Text.Json;
using Numerai.Contracts;
using Numerai.Tournament.Agreements;
using Numerai.Tournament.Standings.Rows;
using Numerai.Web.Accounts;

namespace Numerai.Web.Agreements;

internal static class AgreementAnswers
{
    public static Agreement Answer(this AgreementView view) => new(
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

    public static AgreementEntry Answer(this AgreementRow row, DateTimeOffset now) => new(
        row.Id,
        row.Kind,
        JsonNamingPolicy.SnakeCaseLower.ConvertName(row.PhaseAt(now)),
        row.Staker,
        row.Counterparty,
        row.Stake,
        row.Payment,
        row.Deadline,
        row.Metadata,
        row.Created);

    public static AgreementTerms Terms(this CreateAgreementRequest request) => new(
        request.Type,
        AccountLookup.Read(request.Staker),
        AccountLookup.Read(request.Counterparty),
        new GriefRatio(request.RatioType, request.Ratio ?? 0),
        request.Countdown,
        request.Metadata);
}
