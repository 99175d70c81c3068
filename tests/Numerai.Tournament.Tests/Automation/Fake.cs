using System.Reflection;

namespace Numerai.Tournament.Tests.Automation;

/// <summary>A contract whose every call is answered by one function, by the method's name and arguments.</summary>
public class Fake<T> : DispatchProxy
    where T : class
{
    private Func<string, object?[], object?> _answer = null!;

    public static T Of(Func<string, object?[], object?> answer)
    {
        var made = Create<T, Fake<T>>();
        ((Fake<T>)(object)made)._answer = answer;
        return made;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => _answer(targetMethod!.Name, args ?? []);
}
