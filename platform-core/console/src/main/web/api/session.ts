/** Who is logged in. The cookie is the browser's; only the token against forged requests is known here. */
export interface Login {
  user: string;
  roles: string[];
  csrf: string;
}

const RANKS = ['VIEWER', 'OPERATOR', 'ENGINEER', 'ADMINISTRATOR'];

class Session extends EventTarget {
  private login?: Login;

  get csrf(): string | undefined {
    return this.login?.csrf;
  }

  get user(): string | undefined {
    return this.login?.user;
  }

  /** Whether the person may do what needs this role. The platform decides; the console only leaves out what would be refused. */
  may(role: 'VIEWER' | 'OPERATOR' | 'ENGINEER' | 'ADMINISTRATOR' | 'VENDOR'): boolean {
    if (role === 'VENDOR') {
      return this.login?.roles.some(held => held === role || held === 'ADMINISTRATOR') ?? false;
    }
    return this.login?.roles.some(held => RANKS.indexOf(held) >= RANKS.indexOf(role)) ?? false;
  }

  begin(login: Login): void {
    this.login = login;
    this.dispatchEvent(new Event('change'));
  }

  lost(): void {
    if (this.login) {
      this.login = undefined;
      this.dispatchEvent(new Event('change'));
    }
  }
}

export const session = new Session();
