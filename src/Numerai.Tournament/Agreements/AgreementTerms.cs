using Numerai.Contracts;

namespace Numerai.Tournament.Agreements;

/// <summary>What the parties agree on; it never changes.</summary>
/// <param name="Countdown">From the start of the countdown to the deadline; only for <see cref="AgreementType.Countdown"/>.</param>
/// <param name="Metadata">SHA-256 (lower-case hexadecimal) of the text that says what is agreed on; the text itself is kept
/// elsewhere.</param>
public sealed record AgreementTerms(
    AgreementType Type, AccountId Staker, AccountId Counterparty, GriefRatio Ratio, TimeSpan? Countdown, string Metadata)
{
    public static readonly TimeSpan LongestCountdown = TimeSpan.FromDays(3650);

    /// <summary>Null when there can be such an agreement.</summary>
    public Refusal? Check() =>
        Staker == Counterparty ? Invalid("The staker and the counterparty are the same account; an agreement has two parties.")
        : !Enum.IsDefined(Type) ? Invalid("An agreement's type is simple or countdown.")
        : Type == AgreementType.Simple && Countdown is not null ? Invalid("A simple agreement has no countdown; leave it out.")
        : Type == AgreementType.Countdown && (Countdown is not { } length || length <= TimeSpan.Zero || length > LongestCountdown)
            ? Invalid($"The countdown is {Countdown?.ToString() ?? "missing"}; it lies above 0 and up to {LongestCountdown.Days} days.")
        : Ratio.Check() ?? CheckMetadata(Metadata);

    /// <summary>Null for 64 lower-case hexadecimal digits.</summary>
    public static Refusal? CheckMetadata(string? sha256) =>
        sha256 is { Length: 64 } && sha256.All(char.IsAsciiHexDigitLower)
            ? null
            : Invalid($"The metadata is '{sha256}'; it is a SHA-256 hash of 64 lower-case hexadecimal digits.");

    private static Refusal Invalid(string message) => new(RefusalCodes.InvalidRequest, message);
}
