namespace Numerai.Client.Settings;

/// <summary>Limits on accounts.</summary>
/// <param name="MaximumModels">Models one account may have in this tournament.</param>
/// <param name="WithdrawalAge">Accounts younger than this withdraw only amounts above
/// <paramref name="YoungAccountWithdrawalAbove"/>.</param>
public sealed record AccountSettings(int MaximumModels, TimeSpan WithdrawalAge, NmrAmount YoungAccountWithdrawalAbove);
