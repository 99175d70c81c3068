using System.Globalization;
using System.Text;
using Numerai.Contracts;
using Numerai.Tournament.Accounts;

namespace Numerai.Tournament.Governance;

/// <summary>
/// Voting powers at a snapshot, as the stored object has them: CSV text with the header "account,power", accounts in order, powers in NMR,
/// only those above zero. What an account has it votes itself, or its delegate does; what was delegated to an account is not passed on.
/// </summary>
public static class PowerTable
{
    public const string Header = "account,power";

    /// <param name="held">What accounts hold, in several parts each, with delegates.</param>
    public static IReadOnlyDictionary<AccountId, Nmr> Delegated(IEnumerable<AccountPower> held)
    {
        var own = new SortedDictionary<AccountId, Nmr>();
        var delegates = new Dictionary<AccountId, AccountId>();
        foreach (var part in held)
        {
            own[part.Account] = own.GetValueOrDefault(part.Account) + part.Power;
            if (part.Delegate is { } to)
            {
                delegates[part.Account] = to;
            }
        }

        var powers = new SortedDictionary<AccountId, Nmr>();
        foreach (var (account, power) in own.Where(pair => pair.Value.IsPositive))
        {
            var voter = delegates.GetValueOrDefault(account, account);
            powers[voter] = powers.GetValueOrDefault(voter) + power;
        }

        return powers;
    }

    public static Nmr Supply(IReadOnlyDictionary<AccountId, Nmr> powers) => powers.Values.Aggregate(Nmr.Zero, (sum, power) => sum + power);

    public static byte[] Write(IReadOnlyDictionary<AccountId, Nmr> powers)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var (account, power) in powers)
        {
            text.Append(CultureInfo.InvariantCulture, $"{account},{power}\n");
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }

    public static Dictionary<AccountId, Nmr> Read(ReadOnlySpan<byte> content)
    {
        var lines = Encoding.ASCII.GetString(content).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var powers = new Dictionary<AccountId, Nmr>(lines.Length);
        foreach (var line in lines.Skip(1))
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            powers.Add(new AccountId(Guid.ParseExact(line[..comma], "D")), Nmr.Parse(line[(comma + 1)..]));
        }

        return powers;
    }
}
