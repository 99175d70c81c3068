namespace Numerai.Contracts;

/// <summary>What is left in a wallet after a deposit or withdrawal. The JSON field is named as in <see cref="Account"/>.</summary>
public sealed record WalletBalance(Nmr Wallet);
