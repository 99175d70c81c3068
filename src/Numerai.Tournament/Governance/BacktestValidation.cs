using Numerai.Contracts;
using Numerai.Tournament.Agreements;

namespace Numerai.Tournament.Governance;

public static class BacktestValidation
{
    public static Refusal? Check(this Backtest backtest) =>
        string.IsNullOrWhiteSpace(backtest.Name) || backtest.Name.Length > 200 || backtest.Name.Any(char.IsControl)
            ? new Refusal(RefusalCodes.InvalidProposal, "The backtest's name is 1 to 200 characters without control characters.")
        : backtest.Url is not null
            && !(Uri.TryCreate(backtest.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
                && backtest.Url.Length <= 500)
            ? new Refusal(RefusalCodes.InvalidProposal, "The backtest's url is absolute, http or https, with at most 500 characters.")
        : AgreementTerms.CheckMetadata(backtest.Sha256) is not null
            ? new Refusal(RefusalCodes.InvalidProposal, "The backtest's sha256 is 64 lower-case hexadecimal digits.")
        : null;
}
